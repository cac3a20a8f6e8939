/** What ends with a consent: places, health, pictures. */
import { addDays, DAY_MS } from '../../types/time';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { between, LIGHT } from '../_shared/store';
import { careAttendances, careChildren, careClasses, careEnrolments } from './collections';
import { dropHealth, dropPictures } from './erase';
import { endEnrolment } from './leaving';
import { holdsNow } from './rules/consent';
import { isLive } from './rules/signup';

/** Children whose consent to care ended in the last days: their places end, whether it was withdrawn or ran out. */
export async function endPlaces(ctx: Context): Promise<number> {
  const over = { careUntil: between(addDays(ctx.today, -14), addDays(ctx.today, -1)), status: 'active' };
  const children = await ctx.store.find(careChildren, over, { limit: 100, without: LIGHT });
  const ids = children.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const [enrolments, classes] = await Promise.all([
    ctx.store.find(careEnrolments, { childId: _.in(ids) }, { limit: 500, without: LIGHT }),
    ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
  ]);
  const standing = enrolments.filter(isLive);
  for (const each of standing) {
    const child = children.find(({ id }) => id === each.childId);
    const cls = classes.find(({ id }) => id === each.classId);
    await endEnrolment(ctx, each.id, { status: 'ended', reason: '同意书已到期或撤回', kind: 'careConsentOver' }, child, cls);
  }
  return standing.length;
}

/** Pictures too old, or no longer wanted; health whose consent ran out. */
export async function dropOld(ctx: Context, pictureDays: number): Promise<number> {
  const until = addDays(ctx.today, -pictureDays);
  const old = await ctx.store.find(
    careAttendances,
    { day: between(addDays(until, -3), until), 'note.pictures.0': _.exists(true) },
    { limit: 60, without: LIGHT },
  );
  const withdrawn = await ctx.store.find(
    careChildren,
    { 'consents.pictures.withdrawnAt': _.gte(ctx.now - DAY_MS) },
    { limit: 20, without: LIGHT },
  );
  const unwanted = withdrawn.filter(child => !holdsNow(child, 'pictures', ctx.today)).map(({ id }) => id);
  const theirs =
    unwanted.length > 0 ? await ctx.store.find(careAttendances, { childId: _.in(unwanted) }, { limit: 500, without: LIGHT }) : [];
  const lapsed = await ctx.store.find(
    careChildren,
    { 'consents.health.to': addDays(ctx.today, -1) },
    { limit: 100, without: LIGHT },
  );
  for (const child of lapsed.filter(each => each.hasHealth && !holdsNow(each, 'health', ctx.today))) {
    await dropHealth(ctx, child.id);
    await ctx.store
      .at(`health:${child.id}`)
      .draft(careChildren, child.id, { quiet: true })
      .save(current => current && { doc: { ...current, hasHealth: false } });
  }
  return dropPictures(ctx, [...old, ...theirs]);
}
