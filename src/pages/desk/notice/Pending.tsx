import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeView } from '../../../../types/notices';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { momentText } from '../../notices/words';
import { Fact } from '../parts/Fact';
import type { TreeData } from '../people/Tree';
import { audienceText } from './audienceText';
import { eyesText, Letter } from './Check';
import { namesOf } from './names';
import { type Groups, notices } from './queries';
import { Reach } from './Reach';

interface Props {
  notice: NoticeView;
  tree: TreeData;
  groups: Groups;
  onChange: (notice: NoticeView) => void;
}

function Return({ notice, onChange }: Pick<Props, 'notice' | 'onChange'>) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const returning = useCommand(notices, 'returnNotice', { onDone: onChange });
  return (
    <>
      <BigButton kind="secondary" text="退回修改" onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="退回给作者"
        yes="退回"
        ready={reason.trim() !== ''}
        doing={returning}
        onYes={() => returning.run({ id: notice.id, reason: reason.trim() })}
        onNo={() => setAsking(false)}
      >
        <Field label="哪里要改" value={reason} max={100} onChange={setReason} />
      </Confirm>
    </>
  );
}

/** Waits for a second pair of eyes, or for its time; nothing has gone out yet. */
export function Pending({ notice, tree, groups, onChange }: Props) {
  const approving = useCommand(notices, 'approveNotice', { onDone: onChange });
  const takingBack = useCommand(notices, 'takeBackNotice', { onDone: onChange });
  const { frozen, may } = notice;
  const today = dayOf(notice.now);
  const waits = notice.status === 'waitingForEyes';
  const no = waits && !may.approve.ok ? sentenceOf(may.approve.code, may.approve.details) : undefined;
  return (
    <View className="columns">
      <View className="col">
        <Card title={waits ? '等另一位同事审核' : '到时间自动发送'}>
          <Fact name="写的人">{notice.byName}</Fact>
          {waits && notice.eyes ? <Fact name="为什么要审核">{eyesText(notice.eyes.reasons)}</Fact> : null}
          {notice.approvedByName ? <Fact name="审核的人">{notice.approvedByName}</Fact> : null}
          {notice.scheduledAt === undefined ? null : <Fact name="发送时间">{momentText(notice.scheduledAt, today)}</Fact>}
          <Fact name="发给谁">{audienceText(notice.audience, namesOf(tree, groups))}</Fact>
        </Card>
        {frozen ? <Reach frozen={frozen} /> : null}
        <FailureNote failure={approving.failure ?? takingBack.failure} onRetry={approving.retry ?? takingBack.retry} />
        {waits && may.approve.ok && frozen ? (
          <>
            <BigButton
              text={`看过了，发给 ${frozen.total} 人`}
              busy={approving.busy}
              onPress={() => approving.run({ id: notice.id, frozenId: frozen.id })}
            />
            <Return notice={notice} onChange={onChange} />
          </>
        ) : null}
        {no && !may.takeBack.ok ? <View className="desk-note">{`${no.title}。${no.next}`}</View> : null}
        {may.takeBack.ok ? (
          <BigButton kind="plain" text="收回修改" busy={takingBack.busy} onPress={() => takingBack.run({ id: notice.id })} />
        ) : null}
      </View>
      <Letter notice={notice} />
    </View>
  );
}
