import { View } from '@tarojs/components';
import { yuanText } from '../../../../types/money';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { Fact } from '../../desk/parts/Fact';
import { dayHere } from '../../desk/queries';
import { momentText } from '../../desk/words';
import type { FeeRow } from '../queries';
import { FEE_TEXT, feeState } from '../words';
import { Pay, Refund, Waive } from './Entries';

/** What one family owes, what was paid, and the next entry. */
export function AccountOf({ row }: { row: FeeRow }) {
  const { fee, may } = row;
  const { word, tone } = feeState(fee);
  return (
    <View className="col">
      <Card title={row.childName} aside={<Tag word={word} tone={tone} />}>
        <Fact name="应收">{yuanText(fee.owed)}</Fact>
        <Fact name="已收">{yuanText(fee.paid)}</Fact>
        {fee.waived > 0 ? <Fact name="减免">{yuanText(fee.waived)}</Fact> : null}
        {fee.refunded > 0 ? <Fact name="已退">{yuanText(fee.refunded)}</Fact> : null}
        <Fact name="还欠">{yuanText(fee.due)}</Fact>
      </Card>
      {may.pay.ok ? <Pay row={row} /> : null}
      {may.waive.ok ? <Waive row={row} /> : null}
      {may.refund.ok ? <Refund row={row} /> : null}
      <Lines row={row} />
    </View>
  );
}

const Lines = ({ row }: { row: FeeRow }) => (
  <Card title="记录">
    {row.lines.length === 0 ? <View className="t-secondary">还没有收款。</View> : null}
    {row.lines.map(line => (
      <View key={`${line.at}${line.kind}${line.receipt ?? ''}`} className="care-line">
        <View className="between">
          <View className="t-body">
            {FEE_TEXT[line.kind]} {yuanText(line.amount)}
          </View>
          <View className="t-secondary">{momentText(line.at, dayHere())}</View>
        </View>
        <View className="t-secondary">
          {[line.receipt ? `收据 ${line.receipt}` : '', line.reason ?? '', line.byName].filter(Boolean).join(' · ')}
        </View>
      </View>
    ))}
    {row.lines.length > 0 ? <View className="desk-note">记错了不能改，再记一笔退款或减免。</View> : null}
  </Card>
);
