/** Figures of a month: by kind, how many came, were accepted, settled, ended otherwise. Small cells are hidden. */
import { CASE_KINDS, type Case, type MonthSheet } from '../../types/mediation';
import { addDays, type Instant, instantAt, monthRange } from '../../types/time';
import { _ } from '../_shared/database';
import { LIGHT, type Store } from '../_shared/store';
import { cases } from './collections';
import { hideSmall } from './rules/figures';
import { KIND_NAME } from './rules/words';

type Counted = Pick<Case, 'kind' | 'status' | 'outcome' | 'appliedAt' | 'acceptedAt' | 'effectiveAt' | 'endedAt'>;
type Within = (at: Instant | undefined) => boolean;

const endedAs = (kase: Counted): Case['status'] => (kase.status === 'closed' ? (kase.outcome ?? 'closed') : kase.status);

/** Each column counts what happened within the month, whenever the case began. */
export const COLUMNS: readonly [name: string, counts: (kase: Counted, within: Within) => boolean][] = [
  ['申请', (kase, within) => within(kase.appliedAt)],
  ['受理', (kase, within) => within(kase.acceptedAt)],
  ['达成协议', (kase, within) => within(kase.effectiveAt)],
  ['调解不成', (kase, within) => within(kase.endedAt) && endedAs(kase) === 'failed'],
  ['对方不参加', (kase, within) => within(kase.endedAt) && endedAs(kase) === 'refused'],
  ['不予受理', (kase, within) => within(kase.endedAt) && endedAs(kase) === 'declined'],
  ['撤回', (kase, within) => within(kase.endedAt) && endedAs(kase) === 'withdrawn'],
];

/** Cases of two years are looked through: none lasts longer, and the index answers by the day of application. */
const BACK_DAYS = 730;

export async function monthSheet(store: Store, month: string, smallCell: number): Promise<MonthSheet> {
  const { first, last } = monthRange(month);
  const [from, to] = [instantAt(first), instantAt(addDays(last, 1))];
  const within: Within = at => at !== undefined && at >= from && at < to;
  const since = instantAt(addDays(first, -BACK_DAYS));
  const heavy = [...LIGHT, 'parts', 'openings', 'sessions', 'people', 'panel', 'names'];
  const found = await store.findAll(cases, { appliedAt: _.gte(since).and(_.lt(to)) }, { without: heavy });
  const table = CASE_KINDS.map(kind => {
    const ofKind = found.filter(kase => kase.kind === kind);
    return COLUMNS.map(([, counts]) => ofKind.filter(kase => counts(kase, within)).length);
  });
  const shown = hideSmall(table, smallCell);
  // A sum over columns would count one case several times and says nothing; the hiding reckons with it all the same.
  const rows = shown.map((cells, at) => ({
    name: CASE_KINDS[at] ? KIND_NAME[CASE_KINDS[at]] : '合计',
    cells: cells.slice(0, -1),
  }));
  return { month, columns: COLUMNS.map(([name]) => name), rows };
}
