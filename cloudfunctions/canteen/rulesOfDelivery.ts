/** The rules of delivery 送餐: who may have meals brought, who may carry a round, how a door ends. */
import type { DeliveryOutcome, DeliverySettings, Order, Recipient, Round, RoundStatus, Way } from '../../types/canteen';
import { CARRIERS, OUTCOME_STEPS, ROUND_STEPS } from '../../types/canteen';
import type { Account, Address, Grant } from '../../types/directory';
import { type CivilDate, type Instant, instantAt, MINUTE_MS } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

/** Granted, and this day is one of it. */
export const eligibleOn = (recipient: Pick<Recipient, 'granted'> | undefined, day: CivilDate): boolean => {
  const granted = recipient?.granted;
  return granted !== undefined && granted.from <= day && (granted.to === undefined || day <= granted.to);
};

/** Anybody may eat here or fetch it; brought it is to those whom staff approved, on the days they approved. */
export const mayHave = (way: Way, recipient: Pick<Recipient, 'granted'> | undefined, day: CivilDate): Verdict<'NOT_ELIGIBLE'> =>
  way !== 'delivery' || eligibleOn(recipient, day) ? yes : no('NOT_ELIGIBLE');

type GrantIn = { reason: string; from: CivilDate; to?: CivilDate };

/** After a hospital stay it is temporary, so it has a last day. */
export function grantAgrees({ reason, from, to }: GrantIn, today: CivilDate): Verdict<'DAYS_DISAGREE' | 'END_NEEDED'> {
  if (reason === 'afterHospital' && to === undefined) return no('END_NEEDED');
  return to !== undefined && (to < from || to < today) ? no('DAYS_DISAGREE') : yes;
}

type Kept = Pick<Address, 'gridId' | 'buildingId' | 'unitId'>;

/** Grid staff decide about homes of their grid; the office about all. */
export function mayDecide(grants: readonly Grant[], home: Kept): Verdict<'OUTSIDE_YOUR_PART'> {
  const covers = ({ role, scope }: Grant): boolean => {
    if (role === 'office' || role === 'admin') return true;
    if (role !== 'gridWorker' && role !== 'gridLead') return false;
    if (scope?.unitId) return scope.unitId === home.unitId;
    if (scope?.buildingId) return scope.buildingId === home.buildingId;
    return scope?.gridId === undefined || scope.gridId === home.gridId;
  };
  return grants.some(covers) ? yes : no('OUTSIDE_YOUR_PART');
}

export const roundCanStep = (from: RoundStatus, to: RoundStatus): boolean => ROUND_STEPS[from].includes(to);

/** Open to whoever is first; one's own stays one's own. */
export function mayTake(round: Pick<Round, 'status' | 'carrier'>, accountId: string): Verdict<'ROUND_TAKEN' | 'ROUND_DONE'> {
  if (round.status === 'done') return no('ROUND_DONE');
  return round.carrier === undefined || round.carrier === accountId ? yes : no('ROUND_TAKEN');
}

export const isMine = (round: Pick<Round, 'carrier'>, accountId: string): Verdict<'NOT_YOUR_ROUND'> =>
  round.carrier === accountId ? yes : no('NOT_YOUR_ROUND');

/** Before setting out; with the meals in hand there is no way back but through the desk. */
export function mayGiveBack(
  round: Pick<Round, 'status' | 'carrier'>,
  accountId: string,
): Verdict<'NOT_YOUR_ROUND' | 'ROUND_LEFT'> {
  const mine = isMine(round, accountId);
  if (!mine.ok) return mine;
  return round.status === 'taken' ? yes : no('ROUND_LEFT');
}

export function mayLeave(round: Pick<Round, 'status' | 'carrier'>, accountId: string): Verdict<'NOT_YOUR_ROUND' | 'ROUND_DONE'> {
  const mine = isMine(round, accountId);
  if (!mine.ok) return mine;
  return round.status === 'done' ? no('ROUND_DONE') : yes;
}

/** The desk gives any round that still runs to somebody else: a carrier fell ill on the way. */
export const mayAssign = (round: Pick<Round, 'status'>): Verdict<'ROUND_DONE'> =>
  round.status === 'done' ? no('ROUND_DONE') : yes;

export const isCarrier = (account: Pick<Account, 'status' | 'grants'> | undefined): boolean =>
  account?.status === 'member' && account.grants.some(({ role }) => (CARRIERS as readonly string[]).includes(role));

/** Once handed over or refused it stays so; where nobody was, one may come again. */
export function mayRecord(
  order: Pick<Order, 'status' | 'delivery' | 'redeemedAt'>,
  outcome: DeliveryOutcome,
): Verdict<'ALREADY_CANCELLED' | 'ALREADY_DELIVERED' | 'ALREADY_REDEEMED'> {
  if (order.status === 'cancelled') return no('ALREADY_CANCELLED');
  const { delivery } = order;
  if (delivery && !OUTCOME_STEPS[delivery.outcome].includes(outcome)) return no('ALREADY_DELIVERED', { at: delivery.at });
  return order.status === 'redeemed' ? no('ALREADY_REDEEMED', { at: order.redeemedAt ?? 0 }) : yes;
}

/** Every door has an outcome, or its meal was cancelled. */
export const mayFinish = (orders: readonly Pick<Order, 'status' | 'delivery'>[]): Verdict<'DOORS_LEFT'> => {
  const left = orders.filter(({ status, delivery }) => status !== 'cancelled' && !delivery).length;
  return left === 0 ? yes : no('DOORS_LEFT', { count: left });
};

/** A phone that was offline tells later; its clock counts as long as it is of this working day and not ahead of ours. */
const LATEST_MS = 12 * 60 * MINUTE_MS;
export const momentOf = (told: Instant, now: Instant): Instant => (told <= now && told > now - LATEST_MS ? told : now);

export const dueAtOf = (leftAt: Instant, { minutesToDoor }: Pick<DeliverySettings, 'minutesToDoor'>): Instant =>
  (leftAt + minutesToDoor * MINUTE_MS) as Instant;

/** Measured too cold for hot food. */
export const isCold = (celsius: number | undefined, { hotAtLeast }: Pick<DeliverySettings, 'hotAtLeast'>): boolean =>
  celsius !== undefined && celsius < hotAtLeast;

type Running = Pick<Round, 'status' | 'day' | 'leftAt'>;

/** Nobody took it and serving is near; or it left, the minutes are over, and doors are left. */
export function isLate(
  round: Running,
  servedFrom: number,
  doorsLeft: number,
  settings: Pick<DeliverySettings, 'minutesToDoor' | 'warnMinutes'>,
  now: Instant,
): boolean {
  if (round.status === 'done' || doorsLeft === 0) return false;
  if (round.leftAt !== undefined) return now > dueAtOf(round.leftAt, settings);
  return round.status === 'open' && now >= instantAt(round.day, servedFrom) - settings.warnMinutes * MINUTE_MS;
}

export const roundIdOf = (mealId: string, gridId: string, n: number): string => `${mealId}:${gridId}:${n}`;

/** Where the pictures of doors of a community lie in the storage. */
export const doorFolder = (communityId: string): string => `doors/${communityId}/`;
export function isDoorPhoto(fileId: string, communityId: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? '';
  const folder = doorFolder(communityId);
  return path.startsWith(folder) && /^[\w-]+\.jpg$/.test(path.slice(folder.length));
}

/** After the cut-off, when nobody books or cancels any more. */
export const mayMake = (meal: { cutoffAt: Instant }, now: Instant): Verdict<'BEFORE_CUTOFF'> =>
  now >= meal.cutoffAt ? yes : no('BEFORE_CUTOFF', { at: meal.cutoffAt });
