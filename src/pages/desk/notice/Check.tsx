import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EyesReason, NoticeView } from '../../../../types/notices';
import { dayOf, type Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { sentenceOf } from '../../../services/sentences';
import type { Doing } from '../../../services/useDoor';
import { momentText, spanText } from '../../notices/words';
import { Fact } from '../parts/Fact';
import { When } from '../parts/When';
import { Reach } from './Reach';

const EYES: Record<EyesReason, string> = {
  emergency: '是紧急通知',
  many: '人数多',
  text: '文字要人工看一看',
};

export const eyesText = (reasons: readonly EyesReason[]): string => reasons.map(reason => EYES[reason]).join('、');

/** The notice as people will read it. */
export function Letter({ notice }: { notice: NoticeView }) {
  const today = dayOf(notice.now);
  const span = spanText(notice.startsAt, notice.endsAt, today);
  return (
    <Card title={notice.title} tone={notice.emergency ? 'danger' : undefined}>
      <View className="t-body notice-read">{notice.body}</View>
      {span ? <Fact name="时间">{span}</Fact> : null}
      {notice.place ? <Fact name="地点">{notice.place}</Fact> : null}
      {notice.needsConfirmation ? <Fact name="要求">点“我知道了”</Fact> : null}
      {notice.pictures.length ? <Fact name="图片">{`${notice.pictures.length} 张`}</Fact> : null}
      {notice.attachment ? <Fact name="附件">{notice.attachment.name}</Fact> : null}
    </Card>
  );
}

export interface Sending {
  run: (input: { id: string; frozenId: string; at?: Instant }) => void;
  busy: boolean;
  failure: Doing<never>['failure'];
  retry: Doing<never>['retry'];
  reset: () => void;
}

/** Step 3: the frozen list and the words once more, then out, now or later. */
export function Check({ notice, sending }: { notice: NoticeView; sending: Sending }) {
  const [at, setAt] = useState<Instant>();
  const [asking, setAsking] = useState(false);
  const { frozen, eyesNeeded } = notice;
  const today = dayOf(notice.now);
  if (!frozen) return null;
  const second = eyesNeeded.length > 0;
  const { send } = notice.may;
  const no = send.ok ? undefined : sentenceOf(send.code, send.details);
  const verb = second ? '提交审核' : at === undefined ? '马上发送' : '定时发送';
  const close = () => {
    sending.reset();
    setAsking(false);
  };
  return (
    <View className="columns">
      <View className="col">
        <Reach frozen={frozen} />
        {second ? (
          <View className="problem">{`${eyesText(eyesNeeded)}：要办公室另一位同事看过才会发出，系统会通知他们。`}</View>
        ) : null}
        <When label="定时发送" today={today} value={at} onChange={setAt} help="不填就是马上发。" />
        <FailureNote failure={sending.failure} onRetry={sending.retry} />
        {no ? <View className="problem">{`${no.title}。${no.next}`}</View> : null}
        <BigButton text={`${verb}给 ${frozen.total} 人`} disabled={!send.ok} onPress={() => setAsking(true)} />
      </View>
      <Letter notice={notice} />
      <Confirm
        open={asking}
        title={`${verb}给 ${frozen.total} 人吗？`}
        text={at === undefined ? '发出后不能改，只能撤回并更正。' : `${momentText(at, today)} 发出，之前可以收回。`}
        yes={verb}
        doing={sending as Doing<never>}
        onYes={() => sending.run({ id: notice.id, frozenId: frozen.id, ...(at === undefined ? {} : { at }) })}
        onNo={close}
      />
    </View>
  );
}
