import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { PeopleContract, ResidentRow } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { dayHere, people } from '../queries';
import { momentText } from '../words';

type Waiting = OutputOf<PeopleContract, 'waiting'>['accounts'][number];

const REASONS = ['不住在本社区', '姓名和名册对不上', '重复申请'].map(reason => ({ value: reason, text: reason }));
const nobody: ResidentRow[] = [];

/** Somebody who asked to join: who of the roster is it? */
export function Account({ account }: { account: Waiting }) {
  const [residentId, setResidentId] = useState<string>();
  const [refusing, setRefusing] = useState(false);
  const admit = useCommand(people, 'admit');
  const candidates = account.candidates.length > 0 ? account.candidates : nobody;
  const taken = admit.failure?.code === 'RESIDENT_TAKEN' && residentId;
  return (
    <Card
      title={account.name}
      aside={<View className="t-caption">{account.askedAt ? `${momentText(account.askedAt, dayHere())} 申请` : ''}</View>}
    >
      <View className="col">
        <View className="t-secondary">手机 {account.phone ?? '没有留'}</View>
        {candidates.length > 0 ? (
          <>
            <View className="t-body">名册里可能是：</View>
            <ChipPicker
              label={`${account.name}是哪位居民`}
              options={candidates.map(each => ({
                value: each.id,
                text: `${each.name} ${each.age} 岁 ${each.address}${each.joined ? '（已有微信）' : ''}`,
              }))}
              value={residentId ? [residentId] : []}
              onChange={([first]) => setResidentId(first)}
            />
          </>
        ) : (
          <View className="desk-note">名册里没有同名或同手机号的人。是本社区居民的话，请先在“居民”里登记。</View>
        )}
        <FailureNote failure={admit.failure} onRetry={admit.retry} />
        {taken ? (
          <BigButton
            kind="secondary"
            text="是本人，换成新的微信"
            onPress={() => admit.run({ accountId: account.accountId, residentId, replace: true })}
          />
        ) : null}
        <View className="stack">
          <BigButton kind="plain" text="不通过…" disabled={admit.busy} onPress={() => setRefusing(true)} />
          {account.may.admitAsGuest.ok ? (
            <BigButton
              kind="secondary"
              text="作为家属或工作人员"
              disabled={admit.busy}
              onPress={() => admit.run({ accountId: account.accountId })}
            />
          ) : null}
          {candidates.length > 0 ? (
            <BigButton
              text="就是这位居民"
              busy={admit.busy}
              disabled={!residentId}
              onPress={() => admit.run({ accountId: account.accountId, residentId })}
            />
          ) : null}
        </View>
      </View>
      <TurnAway open={refusing} onClose={() => setRefusing(false)} account={account} />
    </Card>
  );
}

function TurnAway({ open, onClose, account }: { open: boolean; onClose: () => void; account: Waiting }) {
  const [reason, setReason] = useState('');
  const turnAway = useCommand(people, 'turnAway', { onDone: onClose });
  return (
    <Confirm
      kind="danger"
      title={`不通过${account.name}的申请？`}
      open={open}
      onNo={onClose}
      text="他会看到这个原因，可以改好后再申请。"
      yes="不通过"
      ready={reason.trim() !== ''}
      doing={turnAway}
      onYes={() => turnAway.run({ accountId: account.accountId, reason: reason.trim() })}
    >
      <ChipPicker label="原因" options={REASONS} value={[reason]} onChange={([first]) => setReason(first ?? '')} />
      <Field label="或者自己写" value={reason} max={50} onChange={setReason} />
    </Confirm>
  );
}
