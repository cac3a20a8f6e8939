/** 补贴结算表 for the street office: the sums to be paid, per person, per day, and every meal that they count. */
import type { Claim, StatementLine, StatementView } from '../../types/canteen';
import type { Fen } from '../../types/money';
import { clockText, minuteOf } from '../../types/time';
import { type Cell, type Sheet, workbook } from '../_shared/workbook';
import type { Meal } from './settlement';

/** Also below nothing, for what a correction takes back. */
const signedYuan = (amount: number): Cell => ({ number: amount / 100, format: '0.00' });
const PERIOD_TEXT = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' } as const;
type Meals = ReadonlyMap<string, Meal>;

const count = (number: number): Cell => ({ number });

function sums({ lines, total }: StatementView): Sheet {
  const head = ['出资方', '补贴项目', '用餐次数', '本月金额（元）', '上月更正（笔）', '更正金额（元）', '合计（元）'];
  const cells = (line: StatementLine): Cell[] => [
    line.funder,
    line.name,
    count(line.meals),
    signedYuan(line.amount),
    count(line.corrections),
    signedYuan(line.corrected),
    signedYuan(line.amount + line.corrected),
  ];
  const of = (key: 'meals' | 'amount' | 'corrections' | 'corrected') => lines.reduce((sum, line) => sum + line[key], 0);
  const foot = ['合计', '', count(of('meals')), signedYuan(of('amount')), count(of('corrections')), signedYuan(of('corrected'))];
  return { name: '汇总', rows: [head, ...lines.map(cells), [...foot, signedYuan(total)]], widths: [18, 22, 10, 14, 14, 14, 14] };
}

/** One row for each of `keys`, one pair of columns (meals, yuan) for each rule. */
function crossed(
  name: string,
  title: string,
  lines: readonly StatementLine[],
  claims: readonly Claim[],
  keyOf: (claim: Claim) => string,
): Sheet {
  const rules = lines.filter(line => line.meals > 0);
  const byKey = new Map<string, Map<string, { meals: number; amount: number }>>();
  for (const claim of claims) {
    const of = byKey.get(keyOf(claim)) ?? new Map<string, { meals: number; amount: number }>();
    const sum = of.get(claim.ruleId) ?? { meals: 0, amount: 0 };
    of.set(claim.ruleId, { meals: sum.meals + 1, amount: sum.amount + claim.amount });
    byKey.set(keyOf(claim), of);
  }
  const head = [title, ...rules.flatMap(rule => [`${rule.name}（次）`, `${rule.name}（元）`]), '合计（元）'];
  const rows = [...byKey].map(([key, of]): Cell[] => [
    key,
    ...rules.flatMap(({ ruleId }) => [count(of.get(ruleId)?.meals ?? 0), signedYuan(of.get(ruleId)?.amount ?? 0)]),
    signedYuan([...of.values()].reduce((sum, { amount }) => sum + amount, 0)),
  ]);
  return { name, rows: [head, ...rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))], widths: [16] };
}

function details(lines: readonly StatementLine[], claims: readonly Claim[], meals: Meals): Sheet {
  const rules = new Map(lines.map(line => [line.ruleId, line]));
  const head = ['日期', '餐次', '号码', '用餐人', '核销时间', '应付（元）', '补贴项目', '出资方', '补贴（元）', '自付（元）'];
  const yuan = (amount: Fen | undefined): Cell => signedYuan(amount ?? 0);
  const rows = [...claims]
    .sort((a, b) => (a.orderId < b.orderId ? -1 : 1))
    .map((claim): Cell[] => {
      const meal = meals.get(claim.orderId);
      const rule = rules.get(claim.ruleId);
      return [
        claim.day,
        meal ? PERIOD_TEXT[meal.period] : '',
        meal?.number ?? '',
        meal?.dinerName ?? '',
        meal?.redeemedAt ? clockText(minuteOf(meal.redeemedAt)) : '',
        yuan(meal?.price.due),
        rule?.name ?? '',
        rule?.funder ?? '',
        signedYuan(claim.amount),
        yuan(meal?.price.selfPay),
      ];
    });
  return { name: '逐笔', rows: [head, ...rows], widths: [12, 8, 8, 14, 10, 12, 20, 16, 12, 12] };
}

function corrections({ corrections: all }: StatementView): Sheet {
  const head = ['日期', '用餐人', '补贴项目', '出资方', '差额（元）'];
  const rows = all.map((each): Cell[] => [each.day, each.dinerName, each.ruleName, each.funder, signedYuan(each.is - each.was)]);
  return { name: '上月更正', rows: [head, ...rows], widths: [12, 14, 20, 16, 12] };
}

/** @param claims of the month itself; what corrects the month before stands in the view. */
export function settlementWorkbook(view: StatementView, claims: readonly Claim[], meals: Meals): Promise<Buffer> {
  // Two people may have one name; the tail of the id keeps them apart.
  const who = ({ orderId, dinerId }: Claim): string => `${meals.get(orderId)?.dinerName ?? ''} ${dinerId.slice(-4)}`;
  return workbook([
    sums(view),
    crossed('按人', '用餐人', view.lines, claims, who),
    crossed('按日', '日期', view.lines, claims, claim => claim.day),
    details(view.lines, claims, meals),
    ...(view.corrections.length ? [corrections(view)] : []),
  ]);
}
