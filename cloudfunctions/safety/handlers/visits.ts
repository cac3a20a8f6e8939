/** The keeper's list of today, and visits. */
import type { SafetyContract } from '../../../types/safety';
import { addDays, ageOn } from '../../../types/time';
import type { Absence } from '../../../types/watch';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { absences, alerts, assignments, visits, watches } from '../collections';
import { unitsOfCode } from '../doors';
import { byNeed, needOf, nextVisitOn } from '../rules/keeping';
import { hasSign, isAway, lastDayAway } from '../rules/watch';
import { canKeep } from '../rules/who';

type Visits = Pick<HandlersOf<SafetyContract>, 'myElders' | 'logVisit' | 'visits'>;

const PAGE = 30;
/** Longer than the longest time between two visits. */
const VISITS_DAYS = 95;

const ofElder = <T extends { elderId: string }>(all: readonly T[], id: string): T[] => all.filter(one => one.elderId === id);

export const visitHandlers: Visits = {
  async myElders(_input, ctx) {
    const [kept, community] = await Promise.all([
      ctx.store.find(assignments, { active: true, keeper: ctx.session.accountId }, { limit: 60, without: LIGHT }),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const ids = kept.map(({ id }) => id);
    const away = { elderId: _.in(ids), to: _.gte(addDays(ctx.today, -1)) };
    const seen = { elderId: _.in(ids), at: _.gte(ctx.now - VISITS_DAYS * 86_400_000) };
    const [people, watched, gone, done, open] = await Promise.all([
      ctx.store.readAll(residents, ids, { without: LIGHT }),
      ctx.store.readAll(watches, ids, { without: LIGHT }),
      ids.length ? ctx.store.find(absences, away, { without: LIGHT }) : [],
      ids.length ? ctx.store.find(visits, seen, { order: ['-at'], without: [...LIGHT, 'note'] }) : [],
      ids.length ? ctx.store.find(alerts, { subjectId: _.in(ids), open: true }, { without: [...LIGHT, 'timeline'] }) : [],
    ]);
    const elders = kept.flatMap(({ id, since, visitEvery }) => {
      const elder = people.find(one => one.id === id);
      if (elder?.status !== 'living') return [];
      const watch = watched.find(one => one.id === id);
      const absence = ofElder<Stored<Absence>>(gone, id).find(one => isAway([one], ctx.today));
      const lastVisitOn = ofElder(done, id).find(({ outcome }) => outcome === 'well' || outcome === 'unwell')?.day;
      const alert = open.find(({ subjectId, drill }) => subjectId === id && !drill);
      const nextVisit = nextVisitOn(since, lastVisitOn, visitEvery);
      const sign = watch !== undefined && hasSign(watch, ctx.today);
      const facts = { alert: alert !== undefined, away: absence !== undefined, waiting: watch?.on ?? false, sign, nextVisit };
      return [
        {
          elderId: id,
          name: elder.name,
          age: ageOn(elder.birthDate, ctx.today),
          addressText: addressText(elder.address, community),
          phone: elder.phone,
          need: needOf(facts, ctx.today),
          alertId: alert?.id,
          lastSignAt: watch?.lastSignAt,
          lastSignBy: watch?.lastSignBy,
          lastVisitOn,
          nextVisitOn: nextVisit,
          awayUntil: absence && lastDayAway(absence),
        },
      ];
    });
    return { today: ctx.today, now: ctx.now, elders: elders.sort(byNeed) };
  },

  async logVisit({ elderId, way, outcome, doorCode, note }, ctx) {
    const id = `${elderId}~${ctx.store.author.requestId.replace(/[^A-Za-z0-9_-]/g, '').slice(-40) || newId('v')}`;
    const draft = ctx.store.draft(visits, id);
    const [elder, assignment, units] = await Promise.all([
      ctx.store.need(residents, elderId),
      ctx.store.read(assignments, elderId),
      doorCode === undefined ? [] : unitsOfCode(ctx.store, doorCode),
    ]);
    const keeper = assignment?.active && assignment.keeper === ctx.session.accountId;
    if (!keeper) ctx.insist(canKeep(ctx.session, elder.address));
    const onSite = way === 'door' && units.some(unitId => unitId === elder.address.unitId);
    if (doorCode !== undefined && !onSite) ctx.refuse('WRONG_DOOR');
    const seen = outcome === 'well' || outcome === 'unwell';
    const source = way === 'door' ? ('visit' as const) : ('call' as const);
    const by = { by: ctx.session.accountId, byName: ctx.session.name };
    return draft.save(() => ({
      doc: {
        elderId,
        elderName: elder.name,
        day: ctx.today,
        at: ctx.now,
        ...by,
        way,
        onSite,
        outcome,
        ...(note ? { note } : {}),
      },
      tell: seen ? [event('sign.ofLife', { residentId: elderId, source, at: ctx.now })] : [],
    }));
  },

  async visits({ elderId, before }, ctx) {
    const filter = before ? { elderId, at: _.lt(before) } : { elderId };
    const [elder, assignment, page] = await Promise.all([
      ctx.store.need(residents, elderId),
      ctx.store.read(assignments, elderId),
      ctx.store.find(visits, filter, { order: ['-at'], limit: PAGE, without: LIGHT }),
    ]);
    if (assignment?.keeper !== ctx.session.accountId) ctx.insist(canKeep(ctx.session, elder.address));
    return { visits: page, next: page.length === PAGE ? page[PAGE - 1]?.at : undefined };
  },
};
