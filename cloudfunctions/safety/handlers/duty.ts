/** 值班 and the settings. */
import type { DutyDay, SafetyContract, ShiftView } from '../../../types/safety';
import { addDays, type CivilDate, daysFrom, type Instant } from '../../../types/time';
import type { Duty, Shift } from '../../../types/watch';
import type { HandlersOf } from '../../_shared/context';
import { accounts } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { forgetDuty } from '../circle';
import { duties, safeties } from '../collections';
import { isEmpty, isOn, rosterAgrees } from '../rules/duty';
import { laddersAgree } from '../rules/keeping';
import { forgetSettings, freshSettings } from '../settings';

type DutyHandlers = Pick<HandlersOf<SafetyContract>, 'duty' | 'saveDuty' | 'copyDuty' | 'settings' | 'saveSettings'>;

export const shiftView = (day: CivilDate, shift: Shift, now: Instant): ShiftView => ({
  ...shift,
  empty: isEmpty(shift),
  now: isOn(day, shift, now),
});

const dayView = ({ day, shifts }: Duty, now: Instant): DutyDay => ({
  day,
  shifts: shifts.map(shift => shiftView(day, shift, now)),
  empty: shifts.length === 0 || shifts.some(isEmpty),
});

const week = (from: CivilDate): CivilDate[] => daysFrom(from, 7);

export const dutyHandlers: DutyHandlers = {
  async duty({ from }, ctx) {
    const known = await ctx.store.readAll(duties, week(from), { without: LIGHT });
    return { days: week(from).map(day => dayView(known.find(one => one.day === day) ?? { day, shifts: [] }, ctx.now)) };
  },

  async saveDuty({ day, shifts }, ctx) {
    if (day < ctx.today) ctx.refuse('PAST_DAY');
    ctx.insist(rosterAgrees(shifts));
    const draft = ctx.store.draft(duties, day, { quiet: true });
    const people = [...new Set(shifts.flatMap(({ person, substitute }) => [person?.account, substitute?.account]))];
    const wanted = people.filter((account): account is string => account !== undefined);
    const known = await ctx.store.readAll(accounts, wanted, { without: LIGHT });
    const ours = known.filter(one => one.communityId === ctx.session.communityId && one.status === 'member');
    if (ours.length !== wanted.length) ctx.refuse('NOT_A_HELPER');
    const saved = await draft.save(() => ({ doc: { day, shifts } }));
    forgetDuty(ctx.session.communityId);
    return dayView(saved, ctx.now);
  },

  /** Day after day, each one document: a copy that broke off goes on where it stopped. */
  async copyDuty({ from }, ctx) {
    await ctx.store.author.guard;
    const [known, there] = await Promise.all([
      ctx.store.readAll(duties, week(from), { without: LIGHT }),
      ctx.store.readAll(duties, week(addDays(from, 7))),
    ]);
    const source = known.filter(({ shifts }) => shifts.length > 0);
    if (source.length === 0) ctx.refuse('NO_DUTY_TO_COPY');
    const taken = new Set(there.filter(({ shifts }) => shifts.length > 0).map(({ day }) => day));
    const mine = there.filter(({ history }) => history.some(({ requestId }) => requestId === ctx.store.author.requestId));
    const wanted = source.filter(({ day }) => !taken.has(addDays(day, 7)));
    await Promise.all(
      wanted.map(({ day, shifts }) => {
        const next = addDays(day, 7);
        const doc = { day: next, shifts: shifts.map(shift => ({ ...shift, away: false })) };
        return ctx.store.draft(duties, next, { quiet: true }).save(current => (current?.shifts.length ? undefined : { doc }));
      }),
    );
    forgetDuty(ctx.session.communityId);
    return { days: wanted.length + mine.length };
  },

  settings: (_input, ctx) => freshSettings(ctx.store),

  async saveSettings(settings, ctx) {
    ctx.insist(laddersAgree(settings.ladders));
    const draft = ctx.store.draft(safeties, 'main', { quiet: true });
    const wanted = settings.drillVolunteers.map(({ account }) => account);
    const known = await ctx.store.readAll(accounts, wanted, { without: LIGHT });
    const ours = known.filter(one => one.communityId === ctx.session.communityId && one.status === 'member');
    if (ours.length !== new Set(wanted).size) ctx.refuse('NOT_A_HELPER');
    const saved = await draft.save(() => ({ doc: settings }));
    forgetSettings(ctx.session.communityId);
    return saved;
  },
};
