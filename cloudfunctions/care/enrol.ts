/** Signing a child up: one wave of reads, one claim, one write; for families, for staff on their behalf, and for rows of a list. */
import type { CareClass, CareSettings, Child, Enrolment, SIGNUP_ERRORS } from '../../types/care';
import type { MessageKind } from '../../types/messages';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { LIGHT } from '../_shared/store';
import { careChildren, careClasses, careEnrolments } from './collections';
import { enrolmentId, holderOf, roomId, type SeatKind } from './rules/ids';
import * as rules from './rules/signup';
import { guardianAccounts, guardianOf, mayDecide } from './rules/who';
import { settingsOf } from './settings';
import { ofEnrolment } from './tell';

export type SignUpNo = (typeof SIGNUP_ERRORS)[number] | 'NOT_YOUR_CHILD' | 'OTHER_DECIDES';
export type Wish = {
  classId: string;
  childId: string;
  priority?: { id: string; documents: string[] };
  instead?: string;
};
export type Enrolled = { enrolment: Stored<Enrolment>; cls: Stored<CareClass>; child: Stored<Child>; settings: CareSettings };

type Place = { status: 'entered' | 'waiting' | 'enrolled'; arrival: number; seat: Enrolment['seat'] };
type Attempt = { cls: Stored<CareClass>; childId: string; round: number; priority: Enrolment['priority']; queue: boolean };

/**
 * Whoever waits comes before whoever comes now: with a queue nobody claims, except for places that are kept for priority. The number is
 * the order of arrival and comes from one counter, whether it leads to a place or to the waitlist.
 */
async function takePlace(ctx: Context<SignUpNo>, { cls, childId, round, priority, queue }: Attempt): Promise<Place> {
  const counter = roomId(cls.id, 'general');
  if (rules.entersDraw(cls, ctx.now)) return { status: 'entered', arrival: await ctx.places.issue(counter), seat: 'none' };
  const rooms = rules
    .roomsFor(cls, { priority }, ctx.now)
    .filter(kind => !queue || (kind === 'reserved' && priority?.state === 'confirmed'));
  for (const seat of rooms) {
    const claim = await ctx.places.claim(roomId(cls.id, seat), holderOf(childId, round), 1);
    if (claim.taken === 'no' && claim.why !== 'full') return ctx.refuse('CLASS_NOT_OPEN');
    if (claim.taken === 'no') continue;
    const numbered = claim.taken === 'now' && seat === 'general' ? claim.issued : await ctx.places.issue(counter);
    return { status: 'enrolled', arrival: numbered, seat };
  }
  return { status: 'waiting', arrival: await ctx.places.issue(counter), seat: 'none' };
}

const TOLD: Record<Place['status'], MessageKind> = {
  entered: 'careEntered',
  waiting: 'careWaiting',
  enrolled: 'careEnrolled',
};

/** What the child has a place in, beside this class and the one it leaves. */
const othersOf = (mine: readonly Stored<Enrolment>[], open: readonly Stored<CareClass>[], wish: Wish): CareClass[] =>
  mine
    .filter(({ id, status }) => (status === 'enrolled' || status === 'offered') && id !== wish.instead)
    .flatMap(({ classId }) => open.find(({ id }) => id === classId && id !== wish.classId) ?? []);

/** The document as it shall stand; the same child again is a new round of the same document. */
function newEnrolment(
  ctx: Context,
  wish: Wish,
  { cls, child }: Pick<Enrolled, 'cls' | 'child'>,
  place: Place,
  round: number,
  priority: Enrolment['priority'],
  before: Enrolment | undefined,
): Enrolment {
  const { session, now, today } = ctx;
  return {
    classId: cls.id,
    termId: cls.termId,
    childId: child.id,
    childName: child.name,
    pinyin: child.pinyin,
    ...place,
    ...(place.status === 'entered' ? { entry: place.arrival } : {}),
    ...(place.status === 'enrolled' ? rules.daysIn(cls, today) : {}),
    round,
    priority,
    watchers: guardianAccounts(child),
    signedUpBy: session.accountId,
    signedUpByName: session.name,
    onBehalf: guardianOf(child, session) === undefined,
    at: now,
    instead: wish.instead,
    fee: cls.fee,
    feeLines: before?.feeLines ?? [],
  };
}

/**
 * Staff sign up after the end of sign-up as well, and without pictures of documents.
 * @param byOffice a list of the office: nobody's session is asked.
 */
export async function enrol(ctx: Context<SignUpNo>, wish: Wish, byOffice = false): Promise<Enrolled> {
  const draft = ctx.store.draft(careEnrolments, enrolmentId(wish.classId, wish.childId));
  const [child, open, mine, waiting, settings] = await Promise.all([
    ctx.store.read(careChildren, wish.childId),
    ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
    ctx.store.find(careEnrolments, { childId: wish.childId }, { limit: 60, without: LIGHT }),
    ctx.store.find(careEnrolments, { classId: wish.classId, status: 'waiting' }, { limit: 1, without: LIGHT }),
    settingsOf(ctx.store),
  ]);
  if (!byOffice) ctx.insist(mayDecide(child, ctx.session));
  const cls = open.find(({ id }) => id === wish.classId);
  if (!child || !cls) return ctx.refuse('CLASS_NOT_OPEN');
  const staff = byOffice || !guardianOf(child, ctx.session);
  const asked = rules.priorityOf(settings, wish.priority, staff);
  if (!asked.ok) return ctx.refuse(asked.code, asked.details);
  const others = othersOf(mine, open, wish);
  const enrolment = await draft.save(async existing => {
    ctx.insist(rules.maySignUp({ cls, child, existing, others, staff }, ctx.now, ctx.today));
    const round = (existing?.round ?? 0) + 1;
    // A place still held from the round before belongs to the next on the waitlist, not to whoever gave it up.
    const queue = waiting.length > 0 || (existing?.seat ?? 'none') !== 'none';
    const place = await takePlace(ctx, { cls, childId: child.id, round, priority: asked.priority, queue });
    const doc = newEnrolment(ctx, wish, { cls, child }, place, round, asked.priority, existing);
    const tell = ofEnrolment(TOLD[place.status], child, doc, cls, ctx.now, { number: String(place.arrival) });
    return { doc, tell, onBehalfOf: doc.onBehalf ? child.id : undefined };
  });
  return { enrolment, cls, child, settings };
}

/** How many are before this one, plus one. */
export async function positionOf(ctx: Context, enrolment: Enrolment): Promise<number | undefined> {
  if (enrolment.status !== 'waiting') return undefined;
  const before = { classId: enrolment.classId, status: 'waiting', arrival: _.lt(enrolment.arrival) };
  return (await ctx.store.count(careEnrolments, before)) + 1;
}

/** Opens the rooms of a class, or changes how many places they have. */
export async function openRooms(
  ctx: Context,
  cls: Stored<CareClass>,
  closesAt: Parameters<Context['places']['open']>[2],
): Promise<void> {
  const sizes = rules.capacities(cls);
  for (const kind of ['general', 'reserved'] as const satisfies readonly SeatKind[])
    if (kind === 'general' || sizes.reserved > 0) await ctx.places.open(roomId(cls.id, kind), sizes[kind], closesAt);
}
