import { View } from '@tarojs/components';
import type { AlertRow } from '../../../../types/safety';
import { dayOf, type Instant } from '../../../../types/time';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import { handledText, SEVERITY_TEXT, STATUS_TEXT } from '../../safety/words';
import { momentText } from '../words';
import { ageText, headText, nextText, toneOf } from './words';

interface Props {
  alert: AlertRow;
  now: Instant;
  /** Open beside the list. */
  here: boolean;
  onOpen: () => void;
}

/** One alert of the board: what, where, how old, and who comes next. */
export function AlertCard({ alert, now, here, onOpen }: Props) {
  const { severity, status, open, drill, addressText, absent, reports, endedAt } = alert;
  const when = endedAt === undefined ? ageText(alert, now) : `${momentText(endedAt, dayOf(now))}结束`;
  const next = nextText(alert, now);
  return (
    <Press className={`task task-${toneOf(alert)} alert-card ${here ? 'alert-here' : ''}`} onPress={onOpen}>
      <View className="grow">
        <View className="row-wrap alert-tags">
          {open ? <Tag word={SEVERITY_TEXT[severity].word} tone={toneOf(alert)} /> : null}
          <Tag word={STATUS_TEXT[status].word} tone={STATUS_TEXT[status].tone} />
          {reports > 1 ? <Tag word={`报了 ${reports} 次`} tone="neutral" /> : null}
          {absent ? <Tag word="登记外出中" tone="info" /> : null}
        </View>
        <View className="t-section">{headText(alert)}</View>
        <View className="t-secondary">{[addressText, when].filter(Boolean).join(' · ')}</View>
        {status === 'raised' ? null : <View className="t-secondary">{handledText(alert)}</View>}
        {next ? <View className={`t-secondary ${status === 'raised' && !drill ? 'alert-next' : ''}`}>{next}</View> : null}
      </View>
    </Press>
  );
}
