/** The settings while they are being typed; read into the contract's form when they are saved. */
import type { Period, Settings, SubsidyRule } from '../../../../types/canteen';
import type { Category } from '../../../../types/directory';
import { readYuan, yuanText } from '../../../../types/money';
import { type CivilDate, clockText, isCivilDate, readClock } from '../../../../types/time';
import { systemNow } from '../../../services/platform';

export interface PeriodDraft {
  period: Period;
  servedFrom: string;
  servedTo: string;
  daysBefore: string;
  cutoff: string;
  capacity: string;
}

export interface RuleDraft {
  id: string;
  name: string;
  funder: string;
  from: string;
  to: string;
  minAge: string;
  maxAge: string;
  categories: Category[];
  periods: Period[];
  amount: string;
  atLeast: string;
  grids: string[];
  onTop: boolean;
  mostADay: string;
  mostAMonth: string;
}

export interface SettingsDraft {
  name: string;
  place: string;
  periods: PeriodDraft[];
  rules: RuleDraft[];
  stack: boolean;
  maxPortions: number;
  remindAt: string;
}

export type Wrong = Record<string, string>;

const plain = (text: string) => text.slice(1);

export const ruleDraft = (rule: SubsidyRule): RuleDraft => ({
  ...rule,
  minAge: String(rule.minAge),
  maxAge: rule.maxAge === undefined ? '' : String(rule.maxAge),
  amount: plain(yuanText(rule.amount)),
  atLeast: plain(yuanText(rule.atLeastSelfPay)),
  grids: rule.grids ?? [],
  onTop: rule.onTop ?? false,
  mostADay: rule.mostADay === undefined ? '' : plain(yuanText(rule.mostADay)),
  mostAMonth: rule.mostAMonth === undefined ? '' : plain(yuanText(rule.mostAMonth)),
});

export const newRule = (year: string): RuleDraft => ({
  id: `r${systemNow().toString(36)}`,
  name: '',
  funder: '',
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  minAge: '60',
  maxAge: '',
  categories: [],
  periods: [],
  amount: '',
  atLeast: '0',
  grids: [],
  onTop: false,
  mostADay: '',
  mostAMonth: '',
});

export const newPeriod = (period: Period): PeriodDraft => ({
  period,
  servedFrom: '',
  servedTo: '',
  daysBefore: '0',
  cutoff: '',
  capacity: '',
});

export const draftOf = (settings: Settings): SettingsDraft => ({
  name: settings.name,
  place: settings.place,
  periods: settings.periods.map(each => ({
    period: each.period,
    servedFrom: clockText(each.servedFrom),
    servedTo: clockText(each.servedTo),
    daysBefore: String(each.cutoffDaysBefore),
    cutoff: clockText(each.cutoffAt),
    capacity: String(each.capacity),
  })),
  rules: settings.subsidyRules.map(ruleDraft),
  stack: settings.subsidiesStack,
  maxPortions: settings.maxPortions,
  remindAt: clockText(settings.remindAt),
});

const numberIn = (text: string, most: number): number | undefined => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
  return value !== undefined && value <= most ? value : undefined;
};

/** Notes what is wrong under `key` and gives a stand-in, so that the whole form is looked at in one go. */
function checked<T>(value: T | undefined, key: string, say: string, wrong: Wrong): T {
  if (value === undefined) wrong[key] = say;
  return value as T;
}

const CLOCK = '请写几点几分，比如 09:00';
const MONEY = '请写金额，比如 4 或 4.5';
const DAY = '请写年-月-日，比如 2026-12-31';

const readPeriod = (draft: PeriodDraft, wrong: Wrong): Settings['periods'][number] => ({
  period: draft.period,
  servedFrom: checked(readClock(draft.servedFrom), `${draft.period}.servedFrom`, CLOCK, wrong),
  servedTo: checked(readClock(draft.servedTo), `${draft.period}.servedTo`, CLOCK, wrong),
  cutoffDaysBefore: Number(draft.daysBefore),
  cutoffAt: checked(readClock(draft.cutoff), `${draft.period}.cutoff`, CLOCK, wrong),
  capacity: checked(numberIn(draft.capacity, 5000), `${draft.period}.capacity`, '请写份数，比如 120', wrong),
});

const dayIn = (text: string): CivilDate | undefined => (isCivilDate(text.trim()) ? (text.trim() as CivilDate) : undefined);
const textIn = (text: string): string | undefined => text.trim() || undefined;

function readRule(draft: RuleDraft, wrong: Wrong): SubsidyRule {
  const key = (name: string) => `${draft.id}.${name}`;
  const maxAge = draft.maxAge.trim() ? checked(numberIn(draft.maxAge, 150), key('maxAge'), '请写岁数，或空着', wrong) : undefined;
  const cap = (name: 'mostADay' | 'mostAMonth') =>
    draft[name].trim() ? { [name]: checked(readYuan(draft[name]), key(name), '请写金额，或空着', wrong) } : {};
  return {
    id: draft.id,
    name: checked(textIn(draft.name), key('name'), '请写名称', wrong),
    funder: checked(textIn(draft.funder), key('funder'), '请写谁出钱', wrong),
    from: checked(dayIn(draft.from), key('from'), DAY, wrong),
    to: checked(dayIn(draft.to), key('to'), DAY, wrong),
    minAge: checked(numberIn(draft.minAge, 150), key('minAge'), '请写岁数', wrong),
    ...(maxAge === undefined ? {} : { maxAge }),
    categories: draft.categories,
    periods: draft.periods,
    amount: checked(readYuan(draft.amount), key('amount'), MONEY, wrong),
    atLeastSelfPay: checked(readYuan(draft.atLeast), key('atLeast'), MONEY, wrong),
    ...(draft.grids.length ? { grids: draft.grids } : {}),
    ...(draft.onTop ? { onTop: true } : {}),
    ...cap('mostADay'),
    ...cap('mostAMonth'),
  };
}

/** @returns the settings, and what is wrong with which line; empty when all is well */
export function readSettings(draft: SettingsDraft): { settings: Settings; wrong: Wrong } {
  const wrong: Wrong = {};
  const settings: Settings = {
    name: checked(textIn(draft.name), 'name', '请写食堂名称', wrong),
    place: checked(textIn(draft.place), 'place', '请写地点', wrong),
    periods: draft.periods.map(each => readPeriod(each, wrong)),
    subsidyRules: draft.rules.map(each => readRule(each, wrong)),
    subsidiesStack: draft.stack,
    maxPortions: draft.maxPortions,
    remindAt: checked(readClock(draft.remindAt), 'remindAt', CLOCK, wrong),
  };
  return { settings, wrong };
}
