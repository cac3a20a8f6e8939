/** The clocks of a case and how it stands, as they are shown; the days come from the server. */
import type { CaseStatus, CaseView } from '../../../../types/mediation';
import { type CivilDate, clockText, dateText, dayOf, type Instant, minuteOf } from '../../../../types/time';
import type { Moment } from '../../../components/Timeline';
import { SIDE_TEXT } from '../../mediation/words';
import { daysLeft } from '../words';

export interface Clock {
  name: string;
  until: CivilDate;
  /** Days; negative once it is over. */
  left: number;
}

const WAITING: readonly CaseStatus[] = ['applied', 'moreAsked'];
const TALKING: readonly CaseStatus[] = ['inviting', 'panelling', 'mediating', 'agreed'];
const KEPT: readonly CaseStatus[] = ['performing', 'closed'];

/** What runs at the moment, the nearest first. */
export function clocksOf(view: CaseView): Clock[] {
  const { status, now } = view;
  const clocks: Clock[] = [];
  const add = (name: string, until: CivilDate | undefined) => {
    if (until) clocks.push({ name, until, left: daysLeft(until, dayOf(now)) });
  };
  const day = (at: Instant | undefined) => (at === undefined ? undefined : dayOf(at));
  if (WAITING.includes(status)) add('决定受理', day(view.decideBy));
  if (status === 'inviting') add('等对方答复', day(view.answerBy));
  if (TALKING.includes(status)) add('一个月内调解完', day(view.dueAt));
  for (const item of view.items) if (item.status === 'open') add(`约定第 ${item.no} 条`, item.dueOn);
  if (KEPT.includes(status) && view.confirmation && !['confirmed', 'refused'].includes(view.confirmation.status ?? ''))
    add('可以申请司法确认', view.confirmation.until);
  if (status === 'performing' && !view.followedUp) add('回访', view.followUpOn);
  return clocks.sort((a, b) => a.left - b.left);
}

export type StageState = 'done' | 'now' | 'todo';
export interface Stage {
  name: string;
  state: StageState;
}

const STAGES = ['申请', '受理', '对方同意', '定调解员', '调解', '协议', '履行', '归档'] as const;
const AT: Record<CaseStatus, number> = {
  applied: 1,
  moreAsked: 1,
  inviting: 2,
  panelling: 3,
  mediating: 4,
  paused: 4,
  agreed: 5,
  performing: 6,
  declined: 7,
  refused: 7,
  failed: 7,
  withdrawn: 7,
  joined: 8,
  closed: 8,
};
const ENDS: readonly CaseStatus[] = ['declined', 'refused', 'failed', 'withdrawn', 'joined'];

/** The way of a case; one that ended early skips what never came. */
export function stagesOf(view: Pick<CaseView, 'status' | 'acceptedAt' | 'effectiveAt' | 'statusText'>): Stage[] {
  const here = AT[view.status];
  const early = ENDS.includes(view.status) || (view.status === 'closed' && view.effectiveAt === undefined);
  if (!early) return STAGES.map((name, i) => ({ name, state: i < here ? 'done' : i === here ? 'now' : 'todo' }));
  const way: Stage[] = [{ name: '申请', state: 'done' }];
  if (view.acceptedAt !== undefined) way.push({ name: '受理', state: 'done' });
  way.push({ name: view.status === 'closed' ? '已结束' : view.statusText, state: view.status === 'closed' ? 'done' : 'now' });
  if (view.status !== 'joined') way.push({ name: '归档', state: view.status === 'closed' ? 'done' : 'todo' });
  return way;
}

/** What happened, without a word of what was said. */
export function momentsOf(view: CaseView): Moment[] {
  const found: [Instant | undefined, string][] = [
    [view.appliedAt, '申请'],
    [view.acceptedAt, '受理'],
    ...(['applicant', 'respondent'] as const).map((side): [Instant | undefined, string] => [
      view[side]?.rightsAt,
      `${SIDE_TEXT[side]}确认权利义务告知书`,
    ]),
    ...view.sessions
      .filter(session => session.status === 'held')
      .map((session): [Instant | undefined, string] => [session.at, `第 ${session.no} 次面谈`]),
    [view.pausedAt, '暂停'],
    [view.agreement?.signed.applicant, '申请人签名'],
    [view.agreement?.signed.respondent, '被申请人签名'],
    [view.agreement?.signed.mediator, '调解员签名'],
    [view.agreement?.signed.seal, '调委会盖章'],
    [view.effectiveAt, '协议生效'],
    [view.endedAt, view.endText ?? '结束'],
  ];
  return found
    .filter((each): each is [Instant, string] => each[0] !== undefined)
    .sort((a, b) => a[0] - b[0])
    .map(([at, title]) => ({ time: dateText(dayOf(at)), title, text: clockText(minuteOf(at)), done: true }));
}
