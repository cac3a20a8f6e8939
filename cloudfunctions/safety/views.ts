/** Alerts as people see them: with what this person may do, without accounts and numbers. */
import type { Alert, TimelineEntry } from '../../types/alerts';
import type { Community, Resident } from '../../types/directory';
import type { AlertRow, AlertView } from '../../types/safetyAlertActions';
import type { Instant } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';
import type { Watch } from '../../types/watch';
import type { Stored } from '../_shared/collection';
import * as may from './rules/alert';
import { inOrder } from './rules/family';
import { nextWho } from './rules/ladder';
import { type Actor, type Around, isSelf } from './rules/who';
import { homeText } from './tell';

type Seen = Around & {
  elder?: Stored<Resident>;
  community?: Known;
  watch?: Pick<Watch, 'familyOrder'>;
  /** Numbers of the relatives, by account; read for staff and keeper alone. */
  phones?: ReadonlyMap<string, string>;
};
type Known = Pick<Community, 'buildings' | 'phone'> | undefined;

export function alertRow(alert: Stored<Alert>, community: Known): AlertRow {
  const { id, kind, severity, status, open, drill, subjectId, subjectName, title, source, raisedAt, reports, absent, round } =
    alert;
  return {
    id,
    kind,
    severity,
    status,
    open,
    drill,
    subjectId,
    subjectName,
    addressText: homeText(alert, community),
    buildingId: alert.address?.buildingId,
    title,
    source,
    raisedAt,
    reports,
    absent,
    round,
    nextAt: alert.nextAt,
    nextWho: nextWho(alert),
    responder: alert.responder?.name,
    arrivedAt: alert.arrivedAt,
    endedAt: alert.endedAt,
    resolution: alert.resolution,
  };
}

/** The courier's post that a line is about is the machine's business: nobody did it. */
const shownLine = (line: TimelineEntry): TimelineEntry => (line.what === 'handed' ? { ...line, by: undefined } : line);

/** Whom staff and keeper may ring; numbers are read for them alone. */
const familyFor = ({ elder, watch, phones }: Seen): AlertView['family'] =>
  phones &&
  inOrder(elder?.family ?? [], watch?.familyOrder ?? []).map(({ accountId, name, relation }) => ({
    name,
    relation,
    phone: phones.get(accountId),
  }));

const both = <C extends string>(first: Verdict<string>, second: Verdict<C>): Verdict<string> => (first.ok ? second : first);

/** Staff, keeper and relatives call the elder with one tap; the elder needs no own number. */
const phoneFor = (actor: Actor, elder: Pick<Resident, 'phone'> & Around['elder']): string | undefined =>
  isSelf(actor, elder) ? undefined : elder?.phone;

export function alertView(alert: Stored<Alert>, actor: Actor, around: Seen, now: Instant): AlertView {
  const { elder, community } = around;
  const family = elder?.family.some(binding => binding.accountId === actor.accountId && binding.status === 'confirmed');
  const holder = isSelf(actor, elder) || family ? yes : no('NOT_YOUR_ALERT');
  return {
    ...alertRow(alert, community),
    facts: alert.facts,
    place: alert.place,
    photo: alert.photo,
    note: alert.note,
    heldUntil: alert.status === 'held' ? alert.nextAt : undefined,
    firstAckAt: alert.firstAckAt,
    onTheWayAt: alert.onTheWayAt,
    mine: alert.responder?.account === actor.accountId,
    paged: alert.paged.map(({ name, as, firstAt, state }) => ({ name, as, firstAt, state })),
    timeline: alert.timeline.map(shownLine),
    communityPhone: community?.phone ?? '',
    subjectPhone: elder && phoneFor(actor, elder),
    callback: around.phones && alert.callback,
    family: familyFor(around),
    may: {
      release: both(holder, may.canRelease(alert)),
      cancel: both(holder, may.canCancel(alert, now)),
      acknowledge: may.canAcknowledge(alert, actor, elder),
      goNow: may.canGo(alert, actor, elder),
      arrive: may.canArrive(alert, actor),
      handOver: may.canHandOver(alert, actor),
      comment: yes,
      sayFine: may.canSayFine(alert, actor, elder),
      resolve: may.canResolve(alert, actor, elder),
      seeCard: may.canSeeCard(alert, actor),
    },
  };
}
