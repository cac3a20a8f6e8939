/** The elder's own page, the parent's day, 我很好. */
import type { SafetyContract, SignsView } from '../../../types/safety';
import { ageOn, type CivilDate, DAY_MS } from '../../../types/time';
import type { Watch } from '../../../types/watch';
import { addressText } from '../../../types/words';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { absenceView, runningOf } from '../absenceView';
import { isCry } from '../circle';
import { alerts, appointments, assignments, consents, watches } from '../collections';
import { pathOf } from '../path';
import { appointmentId, isDue } from '../rules/health';
import { hasSign, newWatch, signed } from '../rules/watch';
import { canActFor, isSelf, isStaffOf, seesOf } from '../rules/who';
import { settingsOf } from '../settings';
import { absencesOf } from '../signs';
import { alertRow } from '../views';

type Family = Pick<HandlersOf<SafetyContract>, 'mySafety' | 'checkIn' | 'parentDay'>;

const WEEK_MS = 7 * DAY_MS;

export const signsView = (watch: Watch | undefined, today: CivilDate): SignsView =>
  watch
    ? {
        watched: watch.on,
        from: watch.from,
        to: watch.to,
        lastSignAt: watch.lastSignAt,
        lastSignBy: watch.lastSignBy,
        today: hasSign(watch, today),
      }
    : { watched: false, today: false };

const recent = (ctx: Context, elderId: string) =>
  ctx.store.find(
    alerts,
    { subjectId: elderId, raisedAt: _.gte(ctx.now - WEEK_MS) },
    { order: ['-episode'], limit: 20, without: [...LIGHT, 'timeline'] },
  );

/** All about one elder that a page shows, in one wave. */
async function lookAt(ctx: Context, elderId: string) {
  const year = Number(ctx.today.slice(0, 4));
  const [elder, watch, away, latest, open, assignment, consent, community, settings, checkUp] = await Promise.all([
    ctx.store.need(residents, elderId),
    ctx.store.read(watches, elderId),
    absencesOf(ctx.store, elderId),
    recent(ctx, elderId),
    ctx.store.find(alerts, { subjectId: elderId, open: true }, { limit: 20, without: [...LIGHT, 'timeline'] }),
    ctx.store.read(assignments, elderId),
    ctx.store.read(consents, elderId),
    ctx.store.read(communities, ctx.session.communityId),
    settingsOf(ctx.store),
    ctx.store.read(appointments, appointmentId(year, elderId)),
  ]);
  const checkUpDue = isDue(elder.birthDate, year, settings.checkUpAge, checkUp);
  const shown = [...open, ...latest.filter(({ open: still }) => !still)].filter(({ status }) => status !== 'cancelled');
  const keeper = assignment?.active ? { name: assignment.keeperName, phone: assignment.keeperPhone } : undefined;
  return { elder, watch, away, shown, keeper, consent, community, settings, checkUpDue };
}

export const familyHandlers: Family = {
  async mySafety(_input, ctx) {
    const { elder, watch, away, shown, keeper, community, settings, checkUpDue } = await lookAt(
      ctx,
      ctx.session.residentId ?? '',
    );
    const running = runningOf(away, ctx.today);
    return {
      now: ctx.now,
      name: elder.name,
      signs: signsView(watch, ctx.today),
      absence: running && absenceView(running, ctx.today),
      alerts: shown.map(alert => alertRow(alert, community)),
      keeper,
      communityPhone: community?.phone ?? '',
      holdSeconds: settings.holdSeconds,
      checkUpDue,
      may: { checkIn: { ok: true } },
    };
  },

  /** The elder's own tap is `checkIn`; somebody who spoke with the elder enters it as `call`. */
  async checkIn({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const draft = ctx.store.draft(watches, id);
    const [elder, away, settings] = await Promise.all([
      ctx.store.need(residents, id),
      absencesOf(ctx.store, id),
      settingsOf(ctx.store),
    ]);
    ctx.insist(canActFor(ctx.session, elder));
    const source = isSelf(ctx.session, elder) ? ('checkIn' as const) : ('call' as const);
    const sign = event('sign.ofLife', { residentId: id, source, at: ctx.now });
    const saved = await draft.save(watch => {
      const moved = signed(watch ?? newWatch(elder, settings, ctx.today, ctx.now), { source, at: ctx.now }, away, ctx.now);
      return moved && { doc: moved, tell: [sign], ...(source === 'call' ? { onBehalfOf: id } : {}) };
    });
    return signsView(saved, ctx.today);
  },

  async parentDay({ elderId }, ctx) {
    const [{ elder, watch, away, shown, keeper, consent, community, checkUpDue }, path] = await Promise.all([
      lookAt(ctx, elderId),
      pathOf(ctx, elderId),
    ]);
    const staff = isStaffOf(ctx.session, elder.address);
    if (!staff) ctx.insist(canActFor(ctx.session, elder));
    const sees = staff ? { meals: true, signs: true, alerts: true, health: true } : seesOf(consent, ctx.session.accountId);
    const running = runningOf(away, ctx.today);
    const seen = sees.alerts ? shown : shown.filter(({ open, kind }) => open && isCry(kind));
    return {
      now: ctx.now,
      elder: {
        id: elderId,
        name: elder.name,
        age: ageOn(elder.birthDate, ctx.today),
        phone: elder.phone,
        addressText: addressText(elder.address, community),
      },
      sees,
      signs: sees.signs ? signsView(watch, ctx.today) : undefined,
      absence: running && absenceView(running, ctx.today),
      alerts: sees.alerts || seen.length > 0 ? seen.map(alert => alertRow(alert, community)) : undefined,
      keeper,
      communityPhone: community?.phone ?? '',
      reds: path.people.filter(({ reds }) => reds.length > 0).length,
      checkUpDue,
      may: { sos: { ok: true }, recordAbsence: { ok: true }, orderMeal: { ok: true } },
    };
  },
};
