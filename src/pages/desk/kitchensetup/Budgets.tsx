import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import type { KitchenDraft, Wrong } from './draft';

interface Props {
  /** Whom the subsidy rules name. */
  funders: readonly string[];
  value: KitchenDraft['budgets'];
  wrong: Wrong;
  onChange: (budgets: KitchenDraft['budgets']) => void;
}

/** What each funder of the subsidy rules may give in a month; empty: nobody counts it. */
export function Budgets({ funders, value, wrong, onChange }: Props) {
  const all = [...new Set([...funders, ...value.map(budget => budget.funder)])];
  const monthlyOf = (funder: string) => value.find(budget => budget.funder === funder)?.monthly ?? '';
  const set = (funder: string, monthly: string) =>
    onChange([...value.filter(budget => budget.funder !== funder), { funder, monthly }]);
  return (
    <Card title="每月补贴额度">
      {all.length === 0 ? <View className="desk-note">还没有补贴规则。先在“食堂设置”里写补贴和出资方。</View> : null}
      {all.map(funder => (
        <Field
          key={funder}
          optional
          label={`${funder}（元/月）`}
          kind="digit"
          value={monthlyOf(funder)}
          max={9}
          onChange={monthly => set(funder, monthly)}
          error={wrong[`budget.${funder}`]}
          help="不设就空着"
        />
      ))}
    </Card>
  );
}
