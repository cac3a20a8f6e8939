/** Who stands around an elder at this moment: whom a rung calls is looked up when it fires, never when the alert was raised. */
import { type Alert, type AlertKind, CRIES_FOR_HELP } from '../../types/alerts';
import type { Account, Community, Resident } from '../../types/directory';
import type { SafetySettings } from '../../types/safetySettings';
import { addDays, dayOf, type Instant, minuteOf } from '../../types/time';
import type { Assignment, Consent, Duty, Watch } from '../../types/watch';
import type { Stored } from '../_shared/collection';
import { _ } from '../_shared/database';
import { accounts, communities, residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { assignments, consents, duties, watches } from './collections';
import { shiftsOn, whoComes } from './rules/duty';
import { inOrder } from './rules/family';
import { type Circle, isNight, type Moment, type Person } from './rules/ladder';
import { reaches, seesOf } from './rules/who';
import { settingsOf } from './settings';

/** Roles that ladders know. */
const CALLED = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', 'office', 'admin'] as const;
/** Staff, roster and buildings change a few times a day; two hundred alarms at once ask once. */
const SHORT_MS = 10_000;

type Kept<T> = { value: T; at: Instant };
const staffKept = new Map<string, Kept<Promise<Stored<Account>[]>>>();
const dutyKept = new Map<string, Kept<Promise<Duty[]>>>();
const communityKept = new Map<string, Kept<Promise<Stored<Community> | undefined>>>();

function remembered<T>(kept: Map<string, Kept<Promise<T>>>, store: Store, load: () => Promise<T>): Promise<T> {
  const now = store.author.now;
  const known = kept.get(store.communityId);
  if (known && now >= known.at && now - known.at < SHORT_MS) return known.value;
  const value = load();
  kept.set(store.communityId, { value, at: now });
  value.catch(() => kept.delete(store.communityId));
  return value;
}

export const staffOf = (store: Store): Promise<Stored<Account>[]> =>
  remembered(staffKept, store, () =>
    store.find(accounts, { communityId: store.communityId, 'grants.role': _.in([...CALLED]) }, { without: LIGHT }),
  );

const dutyOf = (store: Store): Promise<Duty[]> =>
  remembered(dutyKept, store, () => {
    const today = dayOf(store.author.now);
    return store.readAll(duties, [addDays(today, -1), today], { without: LIGHT });
  });

/** Its buildings and telephone, ten seconds old at most. */
export const communityOf = (store: Store): Promise<Stored<Community> | undefined> =>
  remembered(communityKept, store, () => store.read(communities, store.communityId));

/** After the roster was changed. */
export const forgetDuty = (communityId: string): void => {
  dutyKept.delete(communityId);
};

export type Surrounding = {
  elder?: Stored<Resident>;
  assignment?: Stored<Assignment>;
  /** Not read for a cry for help, which asks nobody's leave. */
  consent?: Stored<Consent>;
  /** The elder's own ladders and order of the family. */
  watch?: Stored<Watch>;
  community?: Stored<Community>;
  staff: Stored<Account>[];
  duty: Duty[];
  settings: SafetySettings;
};

export const isCry = (kind: AlertKind): boolean => CRIES_FOR_HELP.includes(kind);

/** One wave. */
export async function surroundingOf(store: Store, subjectId: string, kind: AlertKind): Promise<Surrounding> {
  const [elder, assignment, consent, watch, community, staff, duty, settings] = await Promise.all([
    store.read(residents, subjectId),
    store.read(assignments, subjectId),
    isCry(kind) ? undefined : store.read(consents, subjectId),
    store.read(watches, subjectId),
    communityOf(store),
    staffOf(store),
    dutyOf(store),
    settingsOf(store),
  ]);
  return { elder, assignment, consent, watch, community, staff, duty, settings };
}

/** In the elder's own order. A cry for help goes to every confirmed relative; the rest to those who may know of alerts. */
const familyOf = ({ elder, consent, watch }: Surrounding, kind: AlertKind): Person[] =>
  inOrder(elder?.family ?? [], watch?.familyOrder ?? [])
    .filter(({ accountId }) => isCry(kind) || seesOf(consent, accountId).alerts)
    .map(({ accountId, name, relation }) => ({ account: accountId, name: `${name}（${relation}）`, as: 'family' }));

function keeperOf({ assignment }: Surrounding): Person[] {
  return assignment?.active ? [{ account: assignment.keeper, name: assignment.keeperName, as: 'keeper' }] : [];
}

type Home = Resident['address'] | undefined;
const grantedTo = (around: Surrounding, home: Home, as: Person['as'], roles: readonly string[]): Person[] =>
  around.staff
    .filter(({ status, grants }) => status === 'member' && reaches(grants, roles, home))
    .map(({ id, name }) => ({ account: id, name, as }));

/** The person of every shift that is on. */
const onDuty = ({ duty }: Surrounding, now: Instant): Person[] =>
  shiftsOn(duty, now).flatMap(shift => {
    const person = whoComes(shift);
    return person ? [{ ...person, as: 'duty' as const }] : [];
  });

/** Without a home in the tree (a device in a hall) unit and building have nobody; who keeps the whole community has it. */
export function circleFrom(around: Surrounding, { kind, address: home }: Pick<Alert, 'kind' | 'address'>, now: Instant): Circle {
  const phone = around.settings.dutyPhone;
  return {
    family: familyOf(around, kind),
    keeper: keeperOf(around),
    unitLead: grantedTo(around, home, 'unitLead', ['unitLead']),
    buildingLead: grantedTo(around, home, 'buildingLead', ['buildingLead']),
    gridStaff: grantedTo(around, home, 'gridStaff', ['gridLead', 'gridWorker']),
    duty: onDuty(around, now),
    dutyPhone: phone ? [{ phone, name: '值班电话', as: 'dutyPhone' }] : [],
    office: grantedTo(around, home, 'office', ['office']),
  };
}

export const momentOf = (settings: SafetySettings, now: Instant): Moment => ({
  now,
  night: isNight(minuteOf(now), settings.nightFrom, settings.nightTo),
  volunteers: new Set(settings.drillVolunteers.map(({ account }) => account)),
});
