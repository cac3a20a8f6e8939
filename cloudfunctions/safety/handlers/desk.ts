/** The board, past alerts, the month. */
import { type Alert, SEVERITIES } from '../../../types/alerts';
import type { Address, Community } from '../../../types/directory';
import type { SafetyContract } from '../../../types/safety';
import { addDays, instantAt, MINUTE_MS, monthRange } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { LIGHT } from '../../_shared/store';
import { alerts, devices, duties, watches } from '../collections';
import { isOn, shiftsOn } from '../rules/duty';
import { reportOf } from '../rules/report';
import { canKeep, isStaffOf } from '../rules/who';
import { alertRow } from '../views';
import { reportWorkbook } from '../workbook';
import { shiftView } from './duty';

type Desk = Pick<HandlersOf<SafetyContract>, 'board' | 'history' | 'report' | 'exportReport'>;

const PAGE = 30;
const MOST_OPEN = 300;
const BRIEF = [...LIGHT, 'timeline', 'paged', 'causes'];

/** Loudest first, then the oldest; drills last. */
const byUrgency = (a: Alert, b: Alert): number =>
  Number(a.drill) - Number(b.drill) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.raisedAt - b.raisedAt;

async function monthOf(ctx: Context, month: string) {
  const { first, last } = monthRange(month);
  const within = _.gte(instantAt(first)).and(_.lt(instantAt(addDays(last, 1))));
  const all = await ctx.store.findAll(alerts, { raisedAt: within }, { without: [...BRIEF, 'ladder'] });
  const ids = [...new Set(all.flatMap(({ deviceId }) => deviceId ?? []))].slice(0, 1000);
  const named = await ctx.store.readAll(devices, ids, { without: LIGHT });
  return reportOf(month, all, new Map(named.map(({ id, label, elderName }) => [id, `${label} ${elderName ?? ''}`.trim()])));
}

type Where = { address?: Pick<Address, 'buildingId'> };

/** Every building with what is wrong in it; drills are not. */
function buildingRows(community: Community | undefined, open: readonly Alert[], silent: readonly Where[]) {
  const at = (building: string) => (each: Where) => each.address?.buildingId === building;
  return (community?.buildings ?? []).map(({ id, name, gridId }) => {
    const here = open.filter(({ drill }) => !drill).filter(at(id));
    return {
      ...{ id, name },
      grid: community?.grids.find(grid => grid.id === gridId)?.name ?? '',
      open: here.length,
      critical: here.filter(({ severity }) => severity === 'critical').length,
      silent: silent.filter(at(id)).length,
    };
  });
}

export const deskHandlers: Desk = {
  async board(_input, ctx) {
    const [open, ended, community, roster, late] = await Promise.all([
      ctx.store.find(alerts, { open: true }, { order: ['-raisedAt'], limit: MOST_OPEN, without: BRIEF }),
      ctx.store.find(alerts, { endedAt: _.gte(ctx.now - 60 * MINUTE_MS) }, { order: ['-endedAt'], limit: PAGE, without: BRIEF }),
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.readAll(duties, [addDays(ctx.today, -1), ctx.today], { without: LIGHT }),
      ctx.store.find(watches, { phase: _.in(['reminded', 'alerted']) }, { limit: MOST_OPEN, without: LIGHT }),
    ]);
    const mine = (alert: Stored<Alert>) =>
      isStaffOf(ctx.session, alert.address) || alert.responder?.account === ctx.session.accountId;
    const shown = open.filter(mine).sort(byUrgency);
    const on = shiftsOn(roster, ctx.now)[0];
    const dutyDay = roster.find(({ day, shifts }) => shifts.some(shift => shift.id === on?.id && isOn(day, shift, ctx.now)));
    const silent = late.filter(({ on, address }) => on && isStaffOf(ctx.session, address));
    const roles = ctx.session.roles;
    const office = roles.has('office') || roles.has('admin');
    return {
      now: ctx.now,
      alerts: shown.map(alert => alertRow(alert, community)),
      ended: ended.filter(alert => alert.status !== 'cancelled' && mine(alert)).map(alert => alertRow(alert, community)),
      buildings: buildingRows(community, shown, silent),
      duty: on && dutyDay && shiftView(dutyDay.day, on, ctx.now),
      may: { drill: office || roles.has('gridLead') ? yes : no('NOT_ALLOWED'), settings: office ? yes : no('NOT_ALLOWED') },
    };
  },

  async history({ before, elderId, drill }, ctx) {
    const until = { endedAt: before ? _.lt(before) : _.gt(0), ...(drill === undefined ? {} : { drill }) };
    const filter = elderId ? { subjectId: elderId, ...until } : until;
    const [page, community, elder] = await Promise.all([
      ctx.store.find(alerts, filter, { order: ['-endedAt'], limit: PAGE, without: BRIEF }),
      ctx.store.read(communities, ctx.session.communityId),
      elderId ? ctx.store.need(residents, elderId) : undefined,
    ]);
    if (elder && !canKeep(ctx.session, elder.address).ok) return { alerts: [] };
    const mine = page.filter(alert => isStaffOf(ctx.session, alert.address));
    return {
      alerts: mine.map(alert => alertRow(alert, community)),
      next: page.length === PAGE ? page[PAGE - 1]?.endedAt : undefined,
    };
  },

  report: ({ month }, ctx) => monthOf(ctx, month),

  async exportReport({ month }, ctx) {
    const report = await monthOf(ctx, month);
    if (report.kinds.length === 0 && report.drills === 0) ctx.refuse('NOTHING_TO_EXPORT');
    return { url: await handOut(ctx, 'xlsx', await reportWorkbook(report)), name: `预警月报-${month}.xlsx` };
  },
};
