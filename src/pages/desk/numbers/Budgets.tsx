import { View } from '@tarojs/components';
import type { Numbers } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';

type Budget = Numbers['budgets'][number];

/** The part that is used, in percent of what there is. */
const partOf = ({ used, monthly }: Budget): number => (monthly ? Math.min(100, (used / monthly) * 100) : 100);

function textOf({ used, monthly, left, over }: Budget): string {
  if (monthly === undefined || left === undefined) return `已用 ${yuanText(used)}，没有设本月额度`;
  return over
    ? `已用 ${yuanText(used)}，超过额度 ${yuanText(monthly)}`
    : `还剩 ${yuanText(left)}（已用 ${yuanText(used)}，额度 ${yuanText(monthly)}）`;
}

/** What is left of the subsidies this month, by who gives them. */
export const Budgets = ({ budgets }: { budgets: readonly Budget[] }) =>
  budgets.length > 0 ? (
    <Card title="补贴还剩多少">
      {budgets.map(budget => (
        <View key={budget.funder} className="budget">
          <View className="between">
            <View className="t-body">{budget.funder}</View>
            {budget.over ? <Tag word="超了" tone="danger" /> : null}
          </View>
          {budget.monthly === undefined ? null : (
            <View className="bar-track" aria-hidden="true">
              <View className={budget.over ? 'bar-fill bar-over' : 'bar-fill'} style={{ width: `${partOf(budget)}%` }} />
            </View>
          )}
          <View className="t-secondary">{textOf(budget)}</View>
        </View>
      ))}
    </Card>
  ) : null;
