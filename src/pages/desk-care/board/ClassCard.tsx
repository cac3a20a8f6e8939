import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { Count } from '../../desk/parts/Fact';
import { type BoardClass, care } from '../queries';
import { clockOf, hoursText } from '../words';
import type { Counts } from './order';

/** 应到 · 在托管 · 还没到 · 已接走 */
export const FourCounts = ({ of }: { of: Counts }) => (
  <View className="care-counts">
    <Count value={of.expected} unit="应到" />
    <Count value={of.here} unit="在托管" />
    <Count value={of.missing} unit="没到" strong={of.missing > 0} />
    <Count value={of.gone} unit="已离开" />
  </View>
);

/** 25 个孩子要 2 位老师，现在 1 位：再叫 1 位来 */
export const ratioText = ({ here, ratio, staff }: Pick<BoardClass, 'here' | 'ratio' | 'staff'>): string =>
  `${here} 个孩子要 ${ratio.needed} 位老师看（一位最多看 ${ratio.most} 个），现在值班 ${staff.length} 位，请再叫 ${Math.max(1, ratio.needed - staff.length)} 位来。`;

const staffText = (staff: BoardClass['staff']): string =>
  staff.length === 0 ? '还没有老师值班' : `值班：${staff.map(each => (each.me ? `${each.name}（我）` : each.name)).join('、')}`;

/** One class today: four numbers, whether there are enough teachers, and the way to its roll. */
export function ClassCard({ cls, open, onOpen }: { cls: BoardClass; open: boolean; onOpen: () => void }) {
  return (
    <View className={open ? 'care-open' : ''}>
      <Card
        title={cls.name}
        aside={
          cls.closed ? (
            <Tag word={`${clockOf(cls.closed.at)} 已结束`} tone="neutral" />
          ) : (
            <View className="t-secondary">{hoursText(cls)}</View>
          )
        }
      >
        <View className="col">
          <FourCounts of={cls} />
          {cls.leave + cls.absent > 0 ? (
            <View className="t-secondary">
              {cls.leave > 0 ? `请假 ${cls.leave} 人　` : ''}
              {cls.absent > 0 ? `问过了、今天不来 ${cls.absent} 人` : ''}
            </View>
          ) : null}
          {cls.ratio.short ? <View className="care-short">老师不够：{ratioText(cls)}</View> : null}
          <View className="t-secondary">
            {cls.place} · {staffText(cls.staff)}
          </View>
          <View className="pair">
            <Duty cls={cls} />
            <BigButton text="点名" label={`${cls.name}点名`} kind={open ? 'plain' : 'primary'} onPress={onOpen} />
          </View>
        </View>
      </Card>
    </View>
  );
}

/** 我来值班: from then on this teacher may read the health of the children. */
function Duty({ cls }: { cls: BoardClass }) {
  const start = useCommand(care, 'startDuty');
  const end = useCommand(care, 'endDuty');
  const on = cls.may.endDuty.ok;
  const doing = on ? end : start;
  if (!on && !cls.may.startDuty.ok) return null;
  return (
    <>
      <BigButton
        kind={on ? 'plain' : 'secondary'}
        text={on ? '交班' : '我来值班'}
        label={`${cls.name}，${on ? '交班' : '我来值班'}`}
        busy={doing.busy}
        onPress={() => doing.run({ classId: cls.classId })}
      />
      <FailureNote failure={doing.failure} onRetry={doing.retry} />
    </>
  );
}
