import { View } from '@tarojs/components';
import type { Instant } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { sentenceOf } from '../../../services/sentences';
import { timeText } from '../words';
import { checkOffs } from './checkOffs';
import type { CounterDesk } from './useDesk';

/** 1 号窗口 刘师傅 11:32 */
function firstUse(details: Record<string, string | number>): string {
  const { at, where, by } = details;
  return [where, by, at ? timeText(Number(at) as Instant) : ''].filter(Boolean).join(' ');
}

/** One check-off that the cloud did not take: a person has to know, and to decide. */
function Refusal({ deed }: { deed: CounterDesk['refused'][number] }) {
  const { code = 'INTERNAL', details = {} } = deed.refused ?? {};
  const { title, next } = sentenceOf(code, details);
  const here = [deed.input.where ?? '本窗口', timeText(deed.input.at ?? (deed.at as Instant))].join(' ');
  return (
    <Card title={`${deed.input.name} 没有核销`} tone="danger">
      <View className="col" {...aria({ role: 'alert' })}>
        <View className="t-body">{title}</View>
        {code === 'ALREADY_REDEEMED' ? (
          <View className="t-body">{`第一次：${firstUse(details) || '不详'}。这一次：${here}。`}</View>
        ) : null}
        <View className="t-secondary">{code === 'ALREADY_REDEEMED' ? '请核对是不是发重了；发重的请告诉社区办公室。' : next}</View>
        <BigButton
          small
          kind="secondary"
          text="知道了"
          label={`知道了 ${deed.input.name}`}
          onPress={() => checkOffs.dismiss(deed.id)}
        />
      </View>
    </Card>
  );
}

/** What just happened, what waits to be sent, and what did not go: nothing disappears silently. */
export const Said = ({ desk }: { desk: CounterDesk }) => (
  <>
    <View
      className={desk.notice ? `counter-notice ${desk.notice.bad ? 'counter-bad' : ''}` : ''}
      {...aria({ role: 'status', live: 'polite' })}
    >
      {desk.notice?.text}
    </View>
    {desk.waiting.length > 0 ? (
      <View className="desk-note" {...aria({ role: 'status' })}>
        {desk.waiting.length} 单已取餐、还没有传到云上，有网后自动上传，不会重复。
      </View>
    ) : null}
    {desk.refused.length > 1 ? <View className="t-section">有 {desk.refused.length} 单要核对</View> : null}
    {desk.refused.map(deed => (
      <Refusal key={deed.id} deed={deed} />
    ))}
    {desk.counter.stale ? (
      <View className="desk-note">没有连上网，名单是 {timeText(desk.counter.at as Instant)} 的，可以照常核销。</View>
    ) : null}
  </>
);
