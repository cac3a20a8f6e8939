/** A case as a line of a list. */
import type { Community } from '../../types/directory';
import type { Case, CaseCard, MediationSettings, Standing } from '../../types/mediation';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { nextOf } from './next';
import type { Names } from './parts';
import { lateness, meetsAtOf, urgentClock } from './rules/clock';
import { sideOf } from './rules/standing';
import { KIND_NAME, statusText } from './rules/words';

export const buildingName = (
  kase: Pick<Case, 'buildingId'>,
  community: Pick<Community, 'buildings'> | undefined,
): string | undefined => community?.buildings.find(building => building.id === kase.buildingId)?.name;

/** A line of a list; the names only for parties and panel. */
export function caseCard(
  ctx: Pick<Context, 'now' | 'today'>,
  kase: Stored<Case>,
  as: Standing,
  names: Names | undefined,
  { settings, community, leads }: { settings: MediationSettings; community: Stored<Community> | undefined; leads: boolean },
): CaseCard {
  const clock = urgentClock(kase, sideOf(as));
  return {
    id: kase.id,
    ref: kase.ref,
    number: kase.number,
    kind: kase.kind,
    kindName: KIND_NAME[kase.kind],
    status: kase.status,
    statusText: statusText(kase, as),
    next: nextOf(kase, as, leads, ctx.today),
    as,
    names: names && { applicant: names.applicant, respondent: names.respondent },
    building: buildingName(kase, community),
    danger: kase.danger && (as === 'panel' || as === 'office'),
    appliedAt: kase.appliedAt,
    dueAt: clock,
    late: lateness(clock, ctx.now, settings.remindDays),
    meetsAt: meetsAtOf(kase),
    leads: kase.panel.find(member => member.leads)?.name,
  };
}
