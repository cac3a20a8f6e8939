/** The office: terms, classes, the calendar. */
import { createHash, randomBytes } from 'node:crypto';
import type { CareClass, CareContract } from '../../../types/care';
import { CLASS_STEPS } from '../../../types/care';
import { daysFrom, type Instant, instantAt, monthRange } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { digest } from '../../_shared/digest';
import { seal } from '../../_shared/seal';
import { LIGHT } from '../../_shared/store';
import { careClasses, careEnrolments, careTerms, places } from '../collections';
import { openRooms } from '../enrol';
import { dayKind } from '../rules/calendar';
import { commitmentTo } from '../rules/draw';
import { roomId } from '../rules/ids';
import * as rules from '../rules/signup';
import { calendarOf, settingsOf } from '../settings';
import { classView } from '../views';

type Terms = Pick<HandlersOf<CareContract>, 'terms' | 'saveTerm' | 'saveClass' | 'stepClass' | 'monthDays'>;

/** Of the gesture, so that its repetition makes no second one. */
const idOf = (ctx: Context, prefix: string): string =>
  `${prefix}-${digest([prefix, ctx.session.accountId, ctx.store.author.requestId], 16)}`;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const seedWhere = (communityId: string, classId: string): string[] => ['care', communityId, 'draw', classId];
/** Places can be given out until the last day of the term is over. */
const closes = (cls: Pick<CareClass, 'term'>): Instant => instantAt(cls.term.last, 1440);

/** Classes with what is taken of them. Two calls side by side, after the classes are known. */
export async function deskClasses(ctx: Context, classes: readonly Stored<CareClass>[]) {
  const ids = classes.map(({ id }) => id);
  const [rooms, counts] = await Promise.all([
    ctx.store.readAll(
      places,
      ids.flatMap(id => [roomId(id, 'general'), roomId(id, 'reserved')]),
      { without: LIGHT },
    ),
    ids.length > 0 ? ctx.store.tally(careEnrolments, { classId: _.in(ids) }, ['classId', 'status']) : [],
  ]);
  const left = new Map(rooms.map(room => [room.id, room.left]));
  return classes.map(cls => {
    const count = (status: string): number => counts.find(each => each.classId === cls.id && each.status === status)?.count ?? 0;
    const free = (kind: 'general' | 'reserved'): number => left.get(roomId(cls.id, kind)) ?? rules.capacities(cls)[kind];
    return {
      ...classView(cls, free('general') + free('reserved')),
      enrolled: count('enrolled'),
      offered: count('offered'),
      waiting: count('waiting'),
      entered: count('entered'),
    };
  });
}

/** The seed is made with the class and sealed; its hash is public from then on, so nobody can choose it afterwards. */
function drawOf(ctx: Context<'SEAL_KEY_MISSING'>, classId: string): NonNullable<CareClass['draw']> {
  const seed = randomBytes(32).toString('hex');
  return { commitment: commitmentTo(seed, sha256), sealedSeed: seal(seed, seedWhere(ctx.session.communityId, classId)) };
}

export const termHandlers: Terms = {
  async terms(_input, ctx) {
    const [terms, classes] = await Promise.all([
      ctx.store.find(careTerms, {}, { order: ['-last'], limit: 20, without: LIGHT }),
      ctx.store.find(careClasses, { status: _.in(['draft', 'open', 'ended']) }, { limit: 400, without: LIGHT }),
    ]);
    return { terms, classes: await deskClasses(ctx, classes) };
  },

  /** Its classes carry the term along; they are saved after it, each by itself, and a repetition changes nothing. */
  async saveTerm({ id: known, ...term }, ctx) {
    const id = known ?? idOf(ctx, 't');
    ctx.insist(rules.termAgrees(term));
    const [saved, classes] = await Promise.all([
      ctx.store.draft(careTerms, id, { quiet: true }).save(() => ({ doc: term })),
      ctx.store.find(careClasses, { termId: id }, { limit: 100, without: LIGHT }),
    ]);
    for (const each of classes) {
      const cls = await ctx.store
        .at(`term:${each.id}`)
        .draft(careClasses, each.id, { quiet: true })
        .save(current => current && { doc: { ...current, term } });
      if (cls.status === 'open') await openRooms(ctx, cls, closes(cls));
    }
    return saved;
  },

  async saveClass({ id: known, ...wanted }, ctx) {
    const id = known ?? idOf(ctx, 'c');
    const draft = ctx.store.draft(careClasses, id, { quiet: true });
    const term = await ctx.store.need(careTerms, wanted.termId);
    ctx.insist(rules.classAgrees(wanted, instantAt(term.last, 1440)));
    const { name, first, last, holidays } = term;
    const saved = await draft.save(current => {
      if (current?.status === 'ended') return ctx.refuse('CLASS_NOT_OPEN');
      if (current?.draw?.drawnAt && wanted.mode !== 'draw') ctx.refuse('DRAW_DONE');
      const draw = wanted.mode === 'draw' ? (current?.draw ?? drawOf(ctx, id)) : undefined;
      const before = current ?? { status: 'draft' as const, group: { revision: 0, digest: '' } };
      const doc = { ...wanted, status: before.status, group: before.group, draw, term: { name, first, last, holidays } };
      return { doc };
    });
    if (saved.status === 'open') await openRooms(ctx, saved, closes(saved));
    return (await deskClasses(ctx, [saved]))[0]!;
  },

  /** The rooms first: an open class without places cannot be. */
  async stepClass({ id, status }, ctx) {
    const draft = ctx.store.draft(careClasses, id, { quiet: true });
    const saved = await draft.save(async current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      if (current.status === status) return undefined;
      if (!CLASS_STEPS[current.status].includes(status)) return ctx.refuse('CLASS_NOT_OPEN');
      if (status === 'open') await openRooms(ctx, current, closes(current));
      return { doc: { ...current, status } };
    });
    if (status === 'ended')
      await Promise.all([ctx.places.close(roomId(id, 'general')), ctx.places.close(roomId(id, 'reserved'))]);
    return (await deskClasses(ctx, [saved]))[0]!;
  },

  async monthDays({ month }, ctx) {
    const { first, last } = monthRange(month);
    const calendar = calendarOf(await settingsOf(ctx.store));
    const days = daysFrom(first, Number(last.slice(8))).map(day => {
      const { open, name } = dayKind(day, calendar);
      return { day, open, name };
    });
    return { days };
  },
};
