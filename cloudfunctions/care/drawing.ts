/** A draw: published by one write, then applied to the enrolments in bounded steps. */
import type { CareClass, CareSettings, Draw, Enrolment } from '../../types/care';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { unseal } from '../_shared/seal';
import { LIGHT } from '../_shared/store';
import { careChildren, careClasses, careDraws, careEnrolments } from './collections';
import { seedWhere, sha256 } from './handlers/terms';
import { drawOrder, NO_RANK, withSiblings } from './rules/draw';
import { holderOf, roomId } from './rules/ids';
import { ofEnrolment } from './tell';

const A_STEP = 60;

/** Priority counts once staff have confirmed it. */
const rankOf = (enrolment: Enrolment): number => (enrolment.priority?.state === 'confirmed' ? enrolment.priority.rank : NO_RANK);

/** Who has entered when sign-up is over, in the order of the seed that was sealed at the beginning. */
async function publish(ctx: Context, cls: Stored<CareClass>): Promise<Stored<Draw> | undefined> {
  const draft = ctx.store.draft(careDraws, cls.id, { quiet: true });
  const known = await draft.current();
  if (known || !cls.draw) return known;
  const { commitment, sealedSeed } = cls.draw;
  const seed = unseal<string>(sealedSeed, seedWhere(ctx.store.communityId, cls.id));
  const entered = await ctx.store.findAll(careEnrolments, { classId: cls.id, status: 'entered' }, { without: LIGHT });
  const siblings = withSiblings(
    entered.map(each => ({ no: each.entry ?? each.arrival, rank: rankOf(each), guardians: each.watchers })),
  );
  const entries = drawOrder(siblings, seed, sha256);
  const draw = { classId: cls.id, commitment, seed, drawnAt: ctx.now, places: cls.capacity, entries, applied: 0 };
  return draft.save(current => (current ? undefined : { doc: draw }));
}

type Result = { cls: Stored<CareClass>; settings: CareSettings; drawn: number; places: number };

/** Its place in the drawn order is from now on its place in the line; within the places it is an offer. */
async function apply(ctx: Context, enrolment: Stored<Enrolment>, { cls, settings, drawn, places }: Result): Promise<void> {
  if (enrolment.status !== 'entered') return;
  const child = await ctx.store.read(careChildren, enrolment.childId);
  const wins =
    drawn < places &&
    (await ctx.places.claim(roomId(cls.id, 'general'), holderOf(enrolment.childId, enrolment.round), 1)).taken !== 'no';
  const offerUntil = (ctx.now + settings.offerHours * 60 * MINUTE_MS) as Instant;
  await ctx.store
    .at(`drawn:${enrolment.id}`)
    .draft(careEnrolments, enrolment.id)
    .save(current => {
      if (current?.status !== 'entered') return undefined;
      const arrival = drawn + 1;
      const doc: Enrolment = wins
        ? { ...current, arrival, status: 'offered', seat: 'general', offeredAt: ctx.now, offerUntil }
        : { ...current, arrival, status: 'waiting' };
      const position = { position: String(Math.max(1, drawn + 1 - places)) };
      const kind = wins ? 'careOffered' : 'careNotDrawn';
      return { doc, tell: child ? ofEnrolment(kind, child, doc, cls, ctx.now, position) : [] };
    });
}

/** One step of one class. @returns how many results were applied. */
export async function drawClass(ctx: Context, cls: Stored<CareClass>, settings: CareSettings): Promise<number> {
  const draw = await publish(ctx, cls);
  if (!draw) return 0;
  const part = draw.entries.slice(draw.applied, draw.applied + A_STEP);
  const numbers = part.map(({ no }) => no);
  const found =
    numbers.length > 0
      ? await ctx.store.find(careEnrolments, { classId: cls.id, entry: _.in(numbers) }, { limit: A_STEP * 2, without: LIGHT })
      : [];
  for (const [i, { no }] of part.entries()) {
    const enrolment = found.find(each => each.entry === no);
    if (enrolment) await apply(ctx, enrolment, { cls, settings, drawn: draw.applied + i, places: draw.places });
  }
  const applied = draw.applied + part.length;
  await ctx.store
    .at(`applied:${applied}`)
    .draft(careDraws, cls.id, { quiet: true })
    .save(current => (current && current.applied < applied ? { doc: { ...current, applied } } : undefined));
  if (applied < draw.entries.length) return part.length;
  await ctx.store
    .at('published')
    .draft(careClasses, cls.id, { quiet: true })
    .save(current =>
      current?.draw && !current.draw.drawnAt
        ? { doc: { ...current, draw: { ...current.draw, seed: draw.seed, drawnAt: draw.drawnAt } } }
        : undefined,
    );
  return part.length + 1;
}
