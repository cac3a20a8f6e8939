/** Guardians: who collects the child, standing or for one day, and the codes of a day. */
import { randomBytes } from 'node:crypto';
import type { Adult, CareContract, Child } from '../../../types/care';
import { dateText } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { accounts } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { message, post, type Tell } from '../../_shared/tell';
import { pickupCode } from '../codes';
import { careAttendances, careChildren } from '../collections';
import { attendanceOr, decides, draftOfDay, knownDay, viewOfDay } from '../known';
import { meetsOn } from '../rules/calendar';
import { candidates, mayAddAdult } from '../rules/pickup';
import { isOnRoll } from '../rules/signup';
import { guardianOf, mayDecide } from '../rules/who';
import { settingsOf } from '../settings';
import { momentText, toGuardians } from '../tell';
import { adultView } from '../views';
import { refound } from './guardians';

type Adults = Pick<HandlersOf<CareContract>, 'addAdult' | 'endAdult' | 'addTemporary' | 'endTemporary' | 'codes'>;
type Person = { name: string; relation: string; phone?: string };

/** Who has this number here sees the code in their own mini-program. */
async function accountOf(ctx: Context, phone: string | undefined): Promise<string | undefined> {
  if (!phone) return undefined;
  const found = await ctx.store.across(
    accounts,
    { communityId: ctx.session.communityId, phone, status: 'member' },
    { limit: 2, without: LIGHT },
  );
  return found.length === 1 ? found[0]!.id : undefined;
}

/** Whose authority it is: the guardian's own, or the office's. */
function newAdult(ctx: Context, child: Child, prefix: 'p' | 't', person: Person, accountId: string | undefined): Adult {
  const guardian = guardianOf(child, ctx.session);
  return {
    id: `${prefix}-${randomBytes(9).toString('hex')}`,
    ...person,
    accountId,
    by: guardian?.id ?? 'office',
    byName: guardian?.name ?? ctx.session.name,
    at: ctx.now,
  };
}

const changed = (ctx: Context, child: Child, deed: string, adult: Person): Tell[] =>
  toGuardians(
    child,
    'careAdultChanged',
    { by: ctx.session.name, deed, adult: adult.name, relation: adult.relation },
    ctx.session.accountId,
  );

const adultsOf = (ctx: Context, child: Stored<Child>) => ({
  adults: candidates(child, { day: ctx.today, temporaries: [], status: 'expected' }, ctx.today)
    .filter(({ kind }) => kind === 'standing')
    .map(adult => adultView(adult, child, ctx.session)),
});

/** How many standing adults count towards the most: those that could still collect. */
const standingOf = (child: Child): number => child.adults.filter(({ endedAt }) => endedAt === undefined).length;
/** Ended ones are kept for a while so that it can be seen who was one. */
const KEPT = 60;

export const adultHandlers: Adults = {
  async addAdult({ childId, until, ...person }, ctx) {
    const draft = ctx.store.draft(careChildren, childId);
    const [settings, accountId] = await Promise.all([settingsOf(ctx.store), accountOf(ctx, person.phone)]);
    if (until !== undefined && until < ctx.today) ctx.refuse('PAST_DAY');
    const saved = await draft.save(child => {
      decides(ctx, child, 'adults');
      ctx.insist(mayAddAdult(child, standingOf(child), settings.mostAdults, person));
      const adult: Adult = { ...newAdult(ctx, child, 'p', person, accountId), until };
      const adults = [...child.adults, adult];
      const dropped = adults.length > KEPT ? adults.find(({ endedAt }) => endedAt !== undefined) : undefined;
      const doc = refound({ ...child, adults: adults.filter(each => each !== dropped) });
      return { doc, tell: changed(ctx, child, '增加了接送人', person) };
    });
    return adultsOf(ctx, saved);
  },

  async endAdult({ childId, adultId }, ctx) {
    const draft = ctx.store.draft(careChildren, childId);
    const saved = await draft.save(child => {
      decides(ctx, child, 'adults');
      const adult = child.adults.find(({ id, endedAt }) => id === adultId && endedAt === undefined);
      if (!adult) return ctx.refuse('UNKNOWN_ADULT');
      const adults = child.adults.map(each => (each.id === adultId ? { ...each, endedAt: ctx.now, phone: undefined } : each));
      return { doc: refound({ ...child, adults }), tell: changed(ctx, child, '取消了接送人', adult) };
    });
    return adultsOf(ctx, saved);
  },

  /** Stands in the very document that the release will write, so it cannot be used twice. */
  async addTemporary({ attendanceId, text, ...person }, ctx) {
    const draft = draftOfDay(ctx, attendanceId);
    const [known, accountId] = await Promise.all([knownDay(ctx, attendanceId), accountOf(ctx, person.phone)]);
    const { child, cls, scene, settings, day } = known;
    decides(ctx, child, 'adults');
    if (day < ctx.today) ctx.refuse('PAST_DAY');
    if (!scene.enrolment || !isOnRoll(scene.enrolment, day)) ctx.refuse('NOT_ENROLLED');
    if (!meetsOn(cls, day, scene.calendar)) ctx.refuse('NO_CARE_THAT_DAY');
    const adult = newAdult(ctx, child, 't', person, accountId);
    const code = pickupCode(ctx.session.communityId, adult.id, child.id, day);
    const words = {
      by: adult.byName,
      child: child.name,
      day: dateText(day),
      place: `${settings.place}${cls.name}`,
      code,
      time: momentText(ctx.now),
    };
    const saved = await draft.save(current => {
      const attendance = attendanceOr(current, known);
      if (attendance.status === 'gone' || attendance.status === 'moved') ctx.refuse('ALREADY_GONE');
      const standing = attendance.temporaries.filter(({ endedAt }) => endedAt === undefined).length;
      ctx.insist(mayAddAdult(child, standing, Math.min(settings.mostAdults, 10), person));
      const temporaries = [...attendance.temporaries.filter(({ endedAt }) => endedAt === undefined), adult];
      const to = accountId
        ? [message('careTemporary', accountId, words)]
        : text && person.phone
          ? [post('careTemporary', [{ ref: adult.id, phone: person.phone }], words, `care:${attendanceId}`)]
          : [];
      return { doc: { ...attendance, temporaries }, tell: [...to, ...changed(ctx, child, `请人${dateText(day)}接一次`, person)] };
    });
    return viewOfDay(ctx, known, saved);
  },

  async endTemporary({ attendanceId, adultId }, ctx) {
    const draft = draftOfDay(ctx, attendanceId);
    const known = await knownDay(ctx, attendanceId);
    decides(ctx, known.child, 'adults');
    const saved = await draft.save(current => {
      const adult = current?.temporaries.find(({ id, endedAt }) => id === adultId && endedAt === undefined);
      if (!current || !adult) return ctx.refuse('UNKNOWN_ADULT');
      if (current.status === 'gone') ctx.refuse('ALREADY_GONE');
      const temporaries = current.temporaries.map(each =>
        each.id === adultId ? { ...each, endedAt: ctx.now, phone: undefined } : each,
      );
      return { doc: { ...current, temporaries }, tell: changed(ctx, known.child, '取消了临时接送', adult) };
    });
    return viewOfDay(ctx, known, saved);
  },

  /** A guardian's own, and those of whom the guardian may decide; staff see none: a code is what the adult brings along. */
  async codes({ attendanceId }, ctx) {
    const [known, current] = await Promise.all([knownDay(ctx, attendanceId), ctx.store.read(careAttendances, attendanceId)]);
    const { child, scene, day } = known;
    const guardian = guardianOf(child, ctx.session);
    if (!guardian) return ctx.refuse('NOT_YOUR_CHILD');
    if (!scene.enrolment || !isOnRoll(scene.enrolment, day)) ctx.refuse('NOT_ENROLLED');
    const all = mayDecide(child, ctx.session, 'adults').ok;
    const shown = candidates(child, attendanceOr(current, known), day).filter(
      ({ id, kind, authorised }) => authorised.ok && (id === guardian.id || (all && kind !== 'guardian')),
    );
    return {
      childName: child.name,
      day,
      codes: shown.map(({ id, name, relation, kind }) => ({
        adultId: id,
        name,
        relation,
        me: id === guardian.id,
        temporary: kind === 'temporary',
        code: pickupCode(ctx.session.communityId, id, child.id, day),
      })),
    };
  },
};
