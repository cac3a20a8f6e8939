/** The order of a mediator's day: what is due today first, then what comes soon, then the rest. Shows the server's clocks, decides nothing. */
import type { CaseCard, RegisterRow } from '../../../../types/mediation';
import { clockText, dayOf, type Instant, minuteOf } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import { daysLeft, leftText } from '../words';

export const WHEN = ['today', 'soon', 'later'] as const;
export type When = (typeof WHEN)[number];
export const WHEN_TEXT: Record<When, string> = { today: '今天要办', soon: '快到期', later: '其他' };

export interface Work {
  id: string;
  when: When;
  tag: string;
  tone: Tone;
  title: string;
  text: string;
  /** What to do or where it stands, and which case it is: without a name, for where strangers look on. */
  todo: string;
  number: string;
  /** The one thing to do with it. */
  action: string;
  /** What it is sorted by within its group. */
  at: number;
}

type Timed = Pick<CaseCard, 'danger' | 'late' | 'statusText'> & { dueAt?: Instant; meetsAt?: Instant };

const tone: Record<CaseCard['late'], Tone> = { yes: 'danger', soon: 'warning', no: 'info' };

/** Danger before everything, then a clock that is over, then what happens today. */
function whenOf({ danger, late, dueAt, meetsAt }: Timed, now: Instant): When {
  const left = (at: Instant | undefined) => (at === undefined ? Number.POSITIVE_INFINITY : daysLeft(dayOf(at), dayOf(now)));
  if (danger || late === 'yes' || left(dueAt) <= 0 || left(meetsAt) === 0) return 'today';
  return late === 'soon' || left(meetsAt) <= 2 ? 'soon' : 'later';
}

function tagOf({ danger, late, dueAt, meetsAt, statusText }: Timed, now: Instant): Pick<Work, 'tag' | 'tone'> {
  const today = dayOf(now);
  if (danger) return { tag: '可能有危险', tone: 'danger' };
  const left = dueAt === undefined ? undefined : daysLeft(dayOf(dueAt), today);
  if (left !== undefined && (late === 'yes' || left <= 0)) return { tag: leftText(left), tone: left < 0 ? 'danger' : 'warning' };
  if (meetsAt !== undefined && dayOf(meetsAt) === today)
    return { tag: `今天 ${clockText(minuteOf(meetsAt))} 面谈`, tone: 'primary' };
  return left === undefined ? { tag: statusText, tone: 'neutral' } : { tag: leftText(left), tone: tone[late] };
}

const atOf = ({ danger, dueAt, meetsAt }: Timed): number =>
  danger ? 0 : Math.min(dueAt ?? Number.POSITIVE_INFINITY, meetsAt ?? Number.POSITIVE_INFINITY);

const joined = (...words: (string | undefined)[]) => words.filter(Boolean).join(' · ');

/** A case on whose panel one sits; the panel knows the names. */
export const workOfCard = (card: CaseCard, now: Instant): Work => ({
  id: card.id,
  when: whenOf(card, now),
  ...tagOf(card, now),
  title: joined(card.kindName, card.names ? `${card.names.applicant} 和 ${card.names.respondent}` : undefined),
  text: joined(card.next ?? card.statusText, card.building, card.number),
  todo: card.next ?? card.statusText,
  number: card.number ?? `申请号 ${card.ref}`,
  action: card.next ? '去办' : '打开',
  at: atOf(card),
});

/** A case that waits for the committee: nobody's name. */
export const workOfRow = (row: RegisterRow, now: Instant, action: string): Work => {
  const timed: Timed = { ...row, dueAt: row.status === 'applied' || row.status === 'moreAsked' ? row.decideBy : row.dueAt };
  return {
    id: row.id,
    when: whenOf(timed, now),
    ...tagOf(timed, now),
    title: joined(row.kindName, row.building),
    text: joined(row.statusText, row.number ?? `申请号 ${row.ref}`, row.mediators || undefined),
    todo: row.statusText,
    number: row.number ?? `申请号 ${row.ref}`,
    action,
    at: atOf(timed),
  };
};

/** Groups that have something in them, each with its most pressing first. */
export const groupsOf = (work: readonly Work[]): { when: When; rows: Work[] }[] =>
  WHEN.map(when => ({ when, rows: work.filter(each => each.when === when).sort((a, b) => a.at - b.at) })).filter(
    group => group.rows.length > 0,
  );
