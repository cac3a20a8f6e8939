/**
 * Freed places go to the next on the waitlist. A place is never free in between: whoever left holds it until it has been passed on, by one
 * update (`places.pass`), so neither a newcomer nor a second worker takes it. Every step may be repeated.
 */
import type { CareClass, CareSettings, Child, Enrolment } from '../../types/care';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { readHold } from '../_shared/places';
import { Refusal } from '../_shared/refusal';
import { LIGHT } from '../_shared/store';
import { careChildren, careEnrolments, places } from './collections';
import { leaveOld } from './leaving';
import { childOfHolder, enrolmentId, holderOf, roomId, type SeatKind } from './rules/ids';
import { mayTakeReserved } from './rules/signup';
import { ofEnrolment } from './tell';

const A_STEP = 60;
/** Longer than any command lives: whoever was about to join the waitlist has joined it. */
const SETTLED_MS = 2 * MINUTE_MS;
const GONE = ['withdrawn', 'declined', 'expired', 'ended'];

type Scene = { cls: Stored<CareClass>; settings: CareSettings };

/** Offers whose time is over; their places are then like those of people who left. */
async function expire(ctx: Context, { cls }: Scene): Promise<number> {
  const over = await ctx.store.find(
    careEnrolments,
    { classId: cls.id, status: 'offered', offerUntil: _.lte(ctx.now) },
    { limit: A_STEP, without: LIGHT },
  );
  for (const { id, childId } of over) {
    const draft = ctx.store.at(`expire:${id}`).draft(careEnrolments, id);
    const child = await ctx.store.read(careChildren, childId);
    await draft.save(current => {
      if (current?.status !== 'offered' || ctx.now < (current.offerUntil ?? 0)) return undefined;
      const doc: Enrolment = { ...current, status: 'expired', offerUntil: undefined, leftAt: ctx.now };
      return { doc, tell: child ? ofEnrolment('careOfferOver', child, doc, cls, ctx.now) : [] };
    });
  }
  return over.length;
}

/** The head of the waitlist becomes an offer. @returns false when it left the waitlist in the meantime. */
async function offer(ctx: Context, { cls, settings }: Scene, head: Stored<Enrolment>, seat: SeatKind): Promise<boolean> {
  const draft = ctx.store.at(`offer:${head.id}`).draft(careEnrolments, head.id);
  const child = (await ctx.store.read(careChildren, head.childId)) as Stored<Child> | undefined;
  const offerUntil = (ctx.now + settings.offerHours * 60 * MINUTE_MS) as Instant;
  try {
    await draft.save(current => {
      if (current?.status !== 'waiting' || current.round !== head.round) throw new Refusal('NOT_FOUND');
      const doc: Enrolment = { ...current, status: 'offered', seat, offeredAt: ctx.now, offerUntil };
      return { doc, tell: child ? ofEnrolment('careOffered', child, doc, cls, ctx.now) : [] };
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}

const seatless = (ctx: Context, id: string, round: number): Promise<unknown> =>
  ctx.store
    .at(`seat:${id}`)
    .draft(careEnrolments, id, { quiet: true })
    .save(current =>
      current && current.round === round && GONE.includes(current.status) ? { doc: { ...current, seat: 'none' } } : undefined,
    );

/** Passes the place of one who left to the first head that may have it. @returns the head, if one was served. */
async function passOn(ctx: Context, scene: Scene, left: Stored<Enrolment>, heads: Stored<Enrolment>[]): Promise<boolean> {
  const seat = left.seat as SeatKind;
  const room = roomId(scene.cls.id, seat);
  const old = holderOf(left.childId, left.round);
  for (const head of heads.filter(each => seat === 'general' || mayTakeReserved(scene.cls, each, ctx.now))) {
    const went = await ctx.places.pass(room, old, holderOf(head.childId, head.round), 1);
    if (went === 'no') continue;
    heads.splice(heads.indexOf(head), 1);
    const taken = await offer(ctx, scene, head, seat);
    // The head left the waitlist at this moment: its hold is nobody's, and the sweep gives it to the next.
    await seatless(ctx, left.id, left.round);
    return taken;
  }
  if ((left.leftAt ?? 0) > ctx.now - SETTLED_MS) return false;
  if (heads.length > 0 && seat === 'general') return false;
  await ctx.places.release(room, old, 1);
  await seatless(ctx, left.id, left.round);
  return false;
}

type Room = Stored<{ left: number; holders: Record<string, string> }>;

/** Places that are free while people wait: the capacity was raised, or a place came back. */
async function fill(ctx: Context, scene: Scene, kind: SeatKind, free: number, heads: Stored<Enrolment>[]): Promise<number> {
  let served = 0;
  for (const head of heads.filter(each => kind === 'general' || mayTakeReserved(scene.cls, each, ctx.now)).slice(0, free)) {
    const claim = await ctx.places.claim(roomId(scene.cls.id, kind), holderOf(head.childId, head.round), 1);
    if (claim.taken === 'no') break;
    heads.splice(heads.indexOf(head), 1);
    if (await offer(ctx, scene, head, kind)) served += 1;
  }
  return served;
}

/** Holders whose enrolment says that it has no place: an attempt that died between claiming and writing. */
async function orphans(ctx: Context, cls: Stored<CareClass>, kind: SeatKind, room: Room): Promise<number> {
  const old = Object.entries(room.holders).filter(([, hold]) => readHold(hold).at < ctx.now - SETTLED_MS);
  if (old.length === 0) return 0;
  const ids = [...new Set(old.map(([holder]) => enrolmentId(cls.id, childOfHolder(holder))))];
  const found = await ctx.store.readAll(careEnrolments, ids, { without: LIGHT });
  const standing = new Set(found.filter(({ seat }) => seat === kind).map(({ childId, round }) => holderOf(childId, round)));
  const lost = old.filter(([holder]) => !standing.has(holder));
  for (const [holder] of lost) await ctx.places.release(room.id, holder, 1);
  return lost.length;
}

/** Whoever changed class and whose old one still stands. */
async function swaps(ctx: Context, { cls }: Scene): Promise<void> {
  const open = await ctx.store.find(
    careEnrolments,
    { classId: cls.id, status: 'enrolled', instead: _.exists(true) },
    { limit: A_STEP, without: LIGHT },
  );
  for (const each of open) {
    const child = await ctx.store.read(careChildren, each.childId);
    if (child) await leaveOld(ctx, each, child, cls);
  }
}

/** One class, one bounded step. @returns how many offers were made, expired or put right. */
export async function moveWaitlist(ctx: Context, scene: Scene): Promise<number> {
  const { cls } = scene;
  const expired = await expire(ctx, scene);
  const [left, heads, rooms] = await Promise.all([
    ctx.store.find(
      careEnrolments,
      { classId: cls.id, status: _.in(GONE), seat: _.in(['general', 'reserved']) },
      { order: ['arrival'], limit: A_STEP, without: LIGHT },
    ),
    ctx.store.find(careEnrolments, { classId: cls.id, status: 'waiting' }, { order: ['arrival'], limit: A_STEP, without: LIGHT }),
    ctx.store.readAll(places, [roomId(cls.id, 'general'), roomId(cls.id, 'reserved')], { without: LIGHT }),
  ]);
  let done = expired;
  for (const each of left) done += Number(await passOn(ctx, scene, each, heads));
  for (const kind of ['general', 'reserved'] as const) {
    const room = rooms.find(({ id }) => id === roomId(cls.id, kind)) as Room | undefined;
    if (!room) continue;
    if (room.left > 0 && heads.length > 0) done += await fill(ctx, scene, kind, room.left, heads);
    done += await orphans(ctx, cls, kind, room);
  }
  await swaps(ctx, scene);
  return done;
}
