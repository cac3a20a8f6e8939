/** The register 登记簿: what a case is without anybody's name and without a word of what was said. */
import type { Community } from '../../types/directory';
import type { Case, MediationSettings, RegisterRow } from '../../types/mediation';
import type { CivilDate, Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Session } from '../_shared/session';
import { buildingName } from './card';
import { lateness, urgentClock } from './rules/clock';
import { mayAll, type Who } from './rules/deeds';
import { isOffice, standingsOf } from './rules/standing';
import { KIND_NAME, STATUS_NAME } from './rules/words';

type Around = {
  now: Instant;
  today: CivilDate;
  session: Session;
  settings: MediationSettings;
  community: Stored<Community> | undefined;
};

const SHOWN = ['acceptCase', 'declineCase', 'setPanel', 'placeSeal', 'closeCase', 'openFile'] as const;

export function registerRow(kase: Stored<Case>, { now, today, session, settings, community }: Around): RegisterRow {
  const standings = standingsOf(kase, session).filter(each => each === 'panel' || each === 'office');
  const who: Who = { standings, office: isOffice(session), leads: false };
  const may = mayAll(kase, who, today);
  const clock = urgentClock(kase);
  return {
    id: kase.id,
    ref: kase.ref,
    number: kase.number,
    kind: kase.kind,
    kindName: KIND_NAME[kase.kind],
    status: kase.status,
    statusText: STATUS_NAME[kase.status],
    building: buildingName(kase, community),
    danger: kase.danger,
    appliedAt: kase.appliedAt,
    decideBy: kase.decideBy,
    acceptedAt: kase.acceptedAt,
    dueAt: clock,
    late: lateness(clock, now, settings.remindDays),
    endedAt: kase.endedAt ?? kase.closedAt,
    mediators: kase.panel.map(member => member.name).join('、'),
    agreementNumber: kase.agreement?.number,
    closingNumber: kase.closingNumber,
    may: Object.fromEntries(SHOWN.flatMap(deed => (may[deed] ? [[deed, may[deed]]] : []))),
  };
}
