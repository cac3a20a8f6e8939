/** The pick-up counter, made for a rush: found in two round trips, handed over in one write, once. */
import type { Attendance, CareContract, Child, PickupMatch } from '../../../types/care';
import { addDays } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { between, LIGHT } from '../../_shared/store';
import { isCode, pickupCode, sameCode } from '../codes';
import { careAttendances, careChildren, careClasses, careSessions } from '../collections';
import { pickupMatch } from '../deskViews';
import { sessionToday } from '../roll';
import * as day from '../rules/day';
import { readAttendanceId, sessionId } from '../rules/ids';
import { candidates, mayRelease } from '../rules/pickup';
import { settingsOf } from '../settings';
import { dayData, toGuardians } from '../tell';

type Pickup = Pick<HandlersOf<CareContract>, 'checkPickup' | 'release' | 'closeDay'>;

/** Children that are here today (or still, since yesterday), and who was collected a moment ago. */
const HERE = ['here', 'gone'];

/** Two letters of the pinyin, or the beginning of the name. */
function named(attendance: Attendance, text: string): boolean {
  const wanted = text.toLowerCase();
  return /^[a-z]+$/.test(wanted)
    ? (attendance.pinyin ?? '').split(' ').some(part => part.startsWith(wanted))
    : attendance.childName.startsWith(text);
}

/** The adult of this child whose code was shown. */
const ownerOf = (ctx: Context, child: Stored<Child>, attendance: Attendance, code: string): string | undefined =>
  candidates(child, attendance, ctx.today).find(({ id }) =>
    sameCode(code, pickupCode(ctx.session.communityId, id, child.id, attendance.day)),
  )?.id;

export const pickupHandlers: Pickup = {
  /** Whoever is here and the classes; then the children and their people. Codes are computed, so there is nothing to look up. */
  async checkPickup({ text }, ctx) {
    const [recent, classes] = await Promise.all([
      ctx.store.findAll(
        careAttendances,
        { day: between(addDays(ctx.today, -1), ctx.today), status: _.in(HERE) },
        { without: [...LIGHT, 'note'] },
      ),
      ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
    ]);
    const byCode = isCode(text);
    const present = recent.filter(({ status, day: on }) => status === 'here' || on === ctx.today);
    const wanted = byCode ? present : present.filter(attendance => named(attendance, text)).slice(0, 20);
    const children = new Map(
      (await ctx.store.readAll(careChildren, [...new Set(wanted.map(({ childId }) => childId))], { without: LIGHT })).map(
        child => [child.id, child],
      ),
    );
    const name = new Map(classes.map(cls => [cls.id, cls.name]));
    const matches = wanted.flatMap((attendance): PickupMatch[] => {
      const child = children.get(attendance.childId);
      const adultId = child && byCode ? ownerOf(ctx, child, attendance, text) : undefined;
      if (!child || (byCode && !adultId)) return [];
      return [pickupMatch(child, attendance, name.get(attendance.classId) ?? '', ctx.today, adultId)];
    });
    if (byCode && matches.length === 0) ctx.refuse('UNKNOWN_PICKUP_CODE');
    matches.sort((a, b) => Number(a.status === 'gone') - Number(b.status === 'gone') || (a.childName < b.childName ? -1 : 1));
    return { now: ctx.now, matches };
  },

  /** The child's record is read in the same wave as the attendance, and asked again on every attempt to write. */
  async release({ id, adultId, how, code }, ctx) {
    const of = readAttendanceId(id);
    const draft = ctx.store.draft(careAttendances, id);
    if (!of) return ctx.refuse('NOT_HERE');
    const [first, cls, settings] = await Promise.all([
      ctx.store.read(careChildren, of.childId),
      ctx.store.need(careClasses, of.classId),
      settingsOf(ctx.store),
    ]);
    let child = first;
    let attempt = 0;
    const saved = await draft.save(async current => {
      // Somebody wrote in between: what was read of the child may be older than that.
      if (attempt++ > 0) child = await ctx.store.read(careChildren, of.childId);
      if (!current || !child) return ctx.refuse('NOT_HERE');
      const right = pickupCode(ctx.session.communityId, adultId, child.id, current.day);
      const given = code ?? '';
      const proof = how === 'look' ? { how } : { how, given: sameCode(given, right) ? right : given, right };
      ctx.insist(mayRelease(child, current, adultId, proof, ctx.today));
      const adult = candidates(child, current, ctx.today).find(each => each.id === adultId)!;
      const { session, now } = ctx;
      const release = {
        by: session.accountId,
        byName: session.name,
        at: now,
        adultId,
        name: adult.name,
        relation: adult.relation,
        how,
        temporary: adult.kind === 'temporary',
      };
      const words = { ...dayData(id, cls, settings, now), adult: adult.name, relation: adult.relation };
      return { doc: { ...current, status: 'gone', release }, tell: toGuardians(child, 'careReleased', words) };
    });
    return pickupMatch(child as Stored<Child>, saved, cls.name, ctx.today, adultId);
  },

  /**
   * Closed first, looked at again after: who is signed in at the very moment of closing opens the day again. What nobody sees in time
   * `watchDay` finds, which goes by the children and not by the day.
   */
  async closeDay({ classId }, ctx) {
    const { draft, cls, or } = await sessionToday(ctx, classId);
    const here = () => ctx.store.count(careAttendances, { day: between(ctx.today, ctx.today), classId, status: 'here' });
    const before = await here();
    const { accountId: by, name: byName } = ctx.session;
    await draft.save(current => {
      ctx.insist(day.mayClose(current, before, cls, ctx.today, ctx.now));
      const staff = (current?.staff ?? []).map(each => (each.to ? each : { ...each, to: ctx.now }));
      return { doc: { ...or(current), staff, closed: { by, byName, at: ctx.now } } };
    });
    const after = await here();
    if (after === 0) return { done: true as const };
    await ctx.store
      .at('reopen')
      .draft(careSessions, sessionId(ctx.today, classId), { quiet: true })
      .save(current => current && { doc: { ...current, closed: undefined } });
    return ctx.refuse('CHILDREN_STILL_HERE', { count: after });
  },
};
