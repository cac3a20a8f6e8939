import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GrantedRole } from '../../../../types/contract';
import type { AccountRow } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { Split } from '../../../components/Split';
import { sentenceOf } from '../../../services/sentences';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { people } from '../queries';
import { useSettled } from '../useSettled';
import { GRANTED_TEXT } from '../words';
import { Give, type MayGrant } from './Give';
import { Staff } from './Staff';
import './roles.css';

/** 人员权限: who works here, on which part, and since when. */
export default function Roles() {
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<string>();
  const text = useSettled(typed.trim());
  const all = useQueryOf(people, 'staffList', {});
  const found = useQueryOf(people, 'staffList', { text }, { when: text !== '' });
  return (
    <Desk title="人员权限" of={all}>
      {({ accounts, may }) => {
        const shown = text === '' ? accounts : (found.data?.accounts ?? []);
        const open = [...shown, ...accounts].find(each => each.accountId === openId);
        return (
          <Split
            hint="点一个人，授予或收回角色"
            onBack={() => setOpenId(undefined)}
            detail={open ? <Person key={open.accountId} account={open} may={may.grant} /> : undefined}
            list={
              <View className="col">
                <Field
                  label="找人授权"
                  value={typed}
                  max={20}
                  onChange={setTyped}
                  placeholder="姓名或手机尾号"
                  help="要先在小程序里加入社区，才能在这里找到。"
                />
                <Staff
                  accounts={shown}
                  loading={text !== '' && found.loading}
                  failed={text !== '' ? found : undefined}
                  openId={openId}
                  onOpen={setOpenId}
                />
                {text !== '' && found.data && shown.length === 0 ? (
                  <Empty icon="search" title={`没有找到“${text}”`} next="请他先在小程序里申请加入，通过后再来授权。" />
                ) : null}
              </View>
            }
          />
        );
      }}
    </Desk>
  );
}

function Person({ account, may }: { account: AccountRow; may: MayGrant }) {
  const [giving, setGiving] = useState(false);
  return (
    <View className="col">
      <Card title={account.name} aside={<View className="t-secondary">{account.phone ?? ''}</View>}>
        {account.grants.length === 0 ? <View className="desk-note">还没有工作角色。</View> : null}
        {account.grants.map(grant => (
          <Granted key={`${grant.role}${grant.scopeText}`} account={account} role={grant.role} scopeText={grant.scopeText} />
        ))}
      </Card>
      {giving ? (
        <Give account={account} may={may} onDone={() => setGiving(false)} />
      ) : (
        <BigButton icon="plus" text="授予角色" onPress={() => setGiving(true)} />
      )}
    </View>
  );
}

function Granted({ account, role, scopeText }: { account: AccountRow; role: GrantedRole; scopeText: string }) {
  const [asking, setAsking] = useState(false);
  const withdraw = useCommand(people, 'withdrawRole', { onDone: () => setAsking(false) });
  const may = account.may.withdraw[role];
  return (
    <View className="granted">
      <View className="grow">
        <View className="t-body">{GRANTED_TEXT[role]}</View>
        <View className="t-secondary">{scopeText}</View>
        {may && !may.ok ? <View className="t-secondary">{sentenceOf(may.code, may.details).title}</View> : null}
      </View>
      {may?.ok ? (
        <BigButton
          small
          kind="plain"
          text="收回…"
          label={`收回${account.name}的${GRANTED_TEXT[role]}`}
          onPress={() => setAsking(true)}
        />
      ) : null}
      <Confirm
        kind="danger"
        title={`收回${account.name}的“${GRANTED_TEXT[role]}”？`}
        open={asking}
        onNo={() => setAsking(false)}
        text={`他马上就不能再做${GRANTED_TEXT[role]}的工作；这个角色的所有范围都会收回。做过的事仍有记录。`}
        yes="收回"
        doing={withdraw}
        onYes={() => withdraw.run({ accountId: account.accountId, role })}
      />
    </View>
  );
}
