/**
 * The ladder. Pure. Its position (`round`, `rung`, `step`) and the moment at which it goes on (`nextAt`) are part of the alert, so that
 * firing is one save that moves the position and leaves the calls in the outbox: a rung neither fires twice nor is lost.
 */
import type { Alert, AlertLadder, Paged, RungWay, RungWho, TimelineEntry } from '../../../types/alerts';
import { type Instant, MINUTE_MS } from '../../../types/time';

/** Somebody whom a rung can call. */
export type Person = { name: string; as: RungWho; account?: string; phone?: string };
/** Whom each kind of rung calls at this moment, in the order of one by one. */
export type Circle = Readonly<Record<RungWho, readonly Person[]>>;
/** Calls that a firing causes: to whom, how loud. */
export type Calling = { way: RungWay; to: { ref: string; account?: string; phone?: string }[] };
export type Fired = { alert: Alert; calling?: Calling };
/** How the moment is: night makes everything loud, a drill calls only these accounts. */
export type Moment = { now: Instant; night: boolean; volunteers: ReadonlySet<string> };

/** Lines kept of a long alert: how it began and what was last. */
const FIRST_LINES = 20;
const MOST_LINES = 280;

export function withLine(timeline: readonly TimelineEntry[], ...lines: TimelineEntry[]): TimelineEntry[] {
  const all = [...timeline, ...lines];
  return all.length <= MOST_LINES ? all : [...all.slice(0, FIRST_LINES), ...all.slice(all.length - MOST_LINES + FIRST_LINES)];
}

const minutes = (count: number): number => count * MINUTE_MS;

/** True when something must happen by itself. */
export const isDue = (alert: Pick<Alert, 'nextAt'>, now: Instant): boolean => alert.nextAt !== undefined && now >= alert.nextAt;

/** The clock was set back behind the moment at which `nextAt` was decided; more than a machine's usual drift. */
export const clockWentBack = (alert: Pick<Alert, 'nextAt' | 'setAt'>, now: Instant): boolean =>
  alert.nextAt !== undefined && now < alert.setAt - MINUTE_MS;

/** Waits as long from now as it was to wait from then. */
export const reanchored = (alert: Alert, now: Instant): Alert => ({
  ...alert,
  nextAt: (now + Math.max(0, alert.nextAt! - alert.setAt)) as Instant,
  setAt: now,
});

/** During an absence grid staff and keeper are called first, the others right after. Gas is never changed. */
export function ladderFor(ladder: AlertLadder, absent: boolean): AlertLadder {
  if (!absent) return ladder;
  const [first, ...rest] = ladder.rungs;
  const ahead = { who: ['gridStaff' as const, 'keeper' as const], after: 0, way: first!.way };
  return { ...ladder, rungs: [ahead, { ...first!, after: Math.max(1, first!.after) }, ...rest].slice(0, 10) };
}

/** Where the ladder stands after a rung (or after one person of it). */
function after(alert: Alert, peopleOfRung: number, now: Instant): Pick<Alert, 'round' | 'rung' | 'step' | 'nextAt' | 'setAt'> {
  const { rungs, pause } = alert.ladder;
  const rung = rungs[alert.rung]!;
  const at = (wait: number) => (now + minutes(wait)) as Instant;
  if (rung.oneByOneEvery && alert.step + 1 < peopleOfRung)
    return { round: alert.round, rung: alert.rung, step: alert.step + 1, nextAt: at(rung.oneByOneEvery), setAt: now };
  const next = rungs[alert.rung + 1];
  if (next) return { round: alert.round, rung: alert.rung + 1, step: 0, nextAt: at(next.after), setAt: now };
  return { round: alert.round + 1, rung: 0, step: 0, nextAt: at(pause + rungs[0]!.after), setAt: now };
}

const same = (paged: Paged, person: Person): boolean =>
  person.account ? paged.account === person.account : !paged.account && paged.phone === person.phone;

/** More people for one rung would be a notice, not a call. */
const MOST_OF_A_RUNG = 30;

/** Everybody of a rung once, in the order of its `who`. */
export function peopleOf(who: readonly RungWho[], circle: Circle): Person[] {
  const all = who.flatMap(each => circle[each]);
  const once = all.filter((person, i) => all.findIndex(other => sameAddress(other, person)) === i);
  return once.slice(0, MOST_OF_A_RUNG);
}
const sameAddress = (a: Person, b: Person): boolean => (a.account ? a.account === b.account : !b.account && a.phone === b.phone);

/** Enters people among those who were called; @returns the list and their refs. */
export function page(paged: readonly Paged[], people: readonly Person[], now: Instant): { paged: Paged[]; refs: Calling['to'] } {
  const list: Paged[] = [...paged];
  const refs = people.map(person => {
    let known = list.find(each => same(each, person));
    if (!known) {
      const { account, phone, name, as } = person;
      known = { ref: `p${list.length}`, name, as, ...(account ? { account } : { phone }), firstAt: now, state: 'asked' };
      list.push(known);
    }
    return { ref: known.ref, ...(person.account ? { account: person.account } : { phone: person.phone }) };
  });
  return { paged: list, refs };
}

const names = (people: readonly Person[]): string => people.map(({ name }) => name).join('、');

const WHO_TEXT: Record<RungWho, string> = {
  family: '家人',
  keeper: '包保人',
  unitLead: '单元长',
  buildingLead: '楼栋长',
  gridStaff: '网格员',
  duty: '值班人',
  dutyPhone: '值班电话',
  office: '社区办公室',
};
export const whoText = (who: readonly RungWho[]): string => who.map(each => WHO_TEXT[each]).join('、');

/**
 * Fires the rung that stands next, and moves on. A rung with nobody is skipped at once with a line in the timeline; when a whole round
 * finds nobody, the pause begins all the same.
 */
export function fire(alert: Alert, circle: Circle, moment: Moment): Fired {
  const { now } = moment;
  let state = alert;
  for (let tried = 0; tried < alert.ladder.rungs.length; tried++) {
    const rung = state.ladder.rungs[state.rung]!;
    const line = { at: now, round: state.round, rung: state.rung };
    const everybody = peopleOf(rung.who, circle);
    const people = rung.oneByOneEvery ? everybody.slice(state.step, state.step + 1) : everybody;
    const moved = after(state, everybody.length, now);
    if (people.length > 0) return callRung({ ...state, ...moved }, people, line, rung.way, moment);
    const skipped: TimelineEntry = { ...line, what: 'skipped', text: `${whoText(rung.who)}：没有可以通知的人` };
    state = { ...state, ...moved, timeline: withLine(state.timeline, skipped) };
    if (state.round !== alert.round) break;
  }
  return { alert: state };
}

/** In a drill only volunteers are really called; the others are named, so that everyone sees who would have been. */
function callRung(
  moved: Alert,
  people: readonly Person[],
  line: Pick<TimelineEntry, 'at' | 'round' | 'rung'>,
  way: RungWay,
  { now, night, volunteers }: Moment,
): Fired {
  const real = moved.drill ? people.filter(({ account }) => account && volunteers.has(account)) : people;
  const others = people.filter(person => !real.includes(person));
  const { paged, refs } = page(moved.paged, real, now);
  const lines: TimelineEntry[] = [];
  if (real.length > 0) lines.push({ ...line, what: 'paged', text: names(real).slice(0, 300) });
  if (others.length > 0) lines.push({ ...line, what: 'drillOnly', text: `${names(others)}（演练，未真通知）`.slice(0, 300) });
  const alert = { ...moved, paged, timeline: withLine(moved.timeline, ...lines) };
  return refs.length > 0 ? { alert, calling: { way: night ? 'call' : way, to: refs } } : { alert };
}

/** An acknowledgement ran out: nobody has it any more, and a new round begins with the people next door. */
export function expired(alert: Alert, now: Instant): Alert {
  const begun = alert.rung > 0 || alert.step > 0;
  const text = `${alert.responder?.name ?? ''}认领后没有进展，重新通知`;
  return {
    ...alert,
    status: 'raised',
    responder: undefined,
    round: begun ? alert.round + 1 : alert.round,
    rung: 0,
    step: 0,
    nextAt: now,
    setAt: now,
    timeline: withLine(alert.timeline, { at: now, what: 'expired', text }),
  };
}

/** What happens by itself when the alert is due; undefined when nothing does. One call, one save. */
export function tick(alert: Alert, circle: Circle, moment: Moment): Fired | undefined {
  const { now } = moment;
  if (!alert.open) return undefined;
  if (clockWentBack(alert, now)) return { alert: reanchored(alert, now) };
  if (!isDue(alert, now)) return undefined;
  if (alert.status === 'held') return fire(released(alert, now), circle, moment);
  if (alert.status === 'acknowledged' || alert.status === 'onTheWay') return fire(expired(alert, now), circle, moment);
  return fire(alert, circle, moment);
}

/** Nobody took it back in time. */
export const released = (alert: Alert, now: Instant): Alert => ({
  ...alert,
  status: 'raised',
  timeline: withLine(alert.timeline, { at: now, what: 'released', text: '没有取消，开始通知' }),
});

/** True between `from` and `to`, which may lie on both sides of midnight; equal times: never. */
export const isNight = (minute: number, from: number, to: number): boolean =>
  from < to ? minute >= from && minute < to : from > to && (minute >= from || minute < to);

/** Whoever the next rung calls, for the board; one that somebody has begins again with the first when the time runs out. */
export function nextWho({ open, status, ladder, rung }: Pick<Alert, 'status' | 'ladder' | 'rung' | 'open'>): RungWho[] {
  const next = status === 'raised' ? ladder.rungs[rung] : ladder.rungs[0];
  return open ? [...(next?.who ?? [])] : [];
}
