/** Who stands around an elder at this moment: whom a rung calls is looked up when it fires, never when the alert was raised. */
import type { Account, Resident } from '../../types/directory';
import type { SafetySettings } from '../../types/safetySettings';
import { addDays, dayOf, type Instant, minuteOf } from '../../types/time';
import type { Assignment, Consent, Duty } from '../../types/watch';
import type { Stored } from '../_shared/collection';
import { _ } from '../_shared/database';
import { accounts, residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { assignments, consents, duties } from './collections';
import { shiftsOn, whoComes } from './rules/duty';
import { type Circle, isNight, type Moment, type Person } from './rules/ladder';
import { reaches, seesOf } from './rules/who';
import { settingsOf } from './settings';

/** Roles that ladders know. */
const CALLED = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', 'office', 'admin'] as const;
/** Staff and roster change a few times a day; two hundred alarms at once ask once. */
const SHORT_MS = 10_000;

type Kept<T> = { value: T; at: Instant };
const staffKept = new Map<string, Kept<Promise<Stored<Account>[]>>>();
const dutyKept = new Map<string, Kept<Promise<Duty[]>>>();

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

/** After the roster was changed. */
export const forgetDuty = (communityId: string): void => {
  dutyKept.delete(communityId);
};

export type Surrounding = {
  elder?: Stored<Resident>;
  assignment?: Stored<Assignment>;
  consent?: Stored<Consent>;
  staff: Stored<Account>[];
  duty: Duty[];
  settings: SafetySettings;
};

/** One wave. */
export async function surroundingOf(store: Store, subjectId: string): Promise<Surrounding> {
  const [elder, assignment, consent, staff, duty, settings] = await Promise.all([
    store.read(residents, subjectId),
    store.read(assignments, subjectId),
    store.read(consents, subjectId),
    staffOf(store),
    dutyOf(store),
    settingsOf(store),
  ]);
  return { elder, assignment, consent, staff, duty, settings };
}

const familyOf = ({ elder, consent }: Surrounding): Person[] =>
  (elder?.family ?? [])
    .filter(binding => binding.status === 'confirmed' && seesOf(consent, binding.accountId).alerts)
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
export function circleFrom(around: Surrounding, home: Home, now: Instant): Circle {
  const phone = around.settings.dutyPhone;
  return {
    family: familyOf(around),
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
