import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EnrolmentView } from '../../../../types/care';
import { yuanText } from '../../../../types/money';
import type { Instant } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { sentenceOf } from '../../../services/sentences';
import { type Shown, useCommand } from '../../../services/useDoor';
import { care } from '../queries';
import { momentText } from '../words';
import { leftText, useServerNow } from './clock';

interface Props {
  enrolment: EnrolmentView;
  /** The answer that the offer came with: its clock runs here. */
  of: Shown<{ now: Instant }>;
}

/** How long it is still kept; drawn each second, so it is apart. */
function Left({ until, of }: { until: Instant; of: Props['of'] }) {
  const now = useServerNow(of);
  if (!now) return null;
  const over = until <= now;
  return (
    <View className="t-section" {...aria({ role: 'status' })}>
      {over ? '确认的时间到了' : `还剩 ${leftText(until, now)}`}
    </View>
  );
}

/** 录取: a place is kept for the child until a certain time; yes or no. */
export function Offer({ enrolment, of }: Props) {
  const [refusing, setRefusing] = useState(false);
  const answering = useCommand(care, 'answerOffer', { onDone: () => setRefusing(false) });
  const { id, childName, className, termName, offerUntil, fee, may } = enrolment;
  const until = offerUntil && of.data ? `请在${momentText(offerUntil, of.data.now)} 前回答，过时名额给下一位。` : '';
  const cost = fee.owed > 0 ? `这学期 ${yuanText(fee.owed)}，到服务台交。` : '不收费。';
  return (
    <Card tone="accent" title={`${childName}有名额了`}>
      <View className="col">
        <View className="t-body">{`${className}，${termName}。${cost}${until}`}</View>
        {offerUntil ? <Left until={offerUntil} of={of} /> : null}
        {may.accept.ok ? null : <View className="t-secondary">{sentenceOf(may.accept.code, may.accept.details).title}</View>}
        {refusing ? null : <FailureNote failure={answering.failure} onRetry={answering.retry} />}
        <View className="care-pair">
          <BigButton
            text="要这个名额"
            busy={answering.busy}
            disabled={!may.accept.ok}
            onPress={() => answering.run({ id, accept: true })}
          />
          <BigButton kind="plain" text="不要了" disabled={answering.busy} onPress={() => setRefusing(true)} />
        </View>
      </View>
      <Confirm
        open={refusing}
        title="不要这个名额吗？"
        text="名额马上给候补的下一位。以后想报，要重新排。"
        yes="不要了"
        kind="danger"
        doing={answering}
        onYes={() => answering.run({ id, accept: false })}
        onNo={() => setRefusing(false)}
      />
    </Card>
  );
}
