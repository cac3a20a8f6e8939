import { type Caller, GRANTED_ROLES, type GrantedRole, type Role, STAFF } from '../../types/contract';
import type { Account, Grant, Resident } from '../../types/directory';
import type { Instant } from '../../types/time';
import type { Stored } from './collection';
import { _ } from './database';
import { accounts, residents } from './directory';
import { Refusal } from './refusal';
import { LIGHT, Store } from './store';

/** Who acts. Made by the door from the platform's word alone; input never reaches it. */
export type Session = {
  readonly accountId: string;
  readonly communityId: string;
  readonly name: string;
  readonly residentId?: string;
  readonly roles: ReadonlySet<Role>;
  readonly grants: readonly Grant[];
  /** Elders whose binding to this account is confirmed; at most half a minute old, good for showing, checked afresh before writing. */
  readonly elders: readonly { id: string; name: string; relation: string }[];
  /** False while only the account was read: the elders, and the role `family`, are then not known. */
  readonly complete: boolean;
  readonly status: 'stranger' | 'waiting' | 'member' | 'system';
};

const SESSION_MS = 30_000;
const remembered = new Map<string, { session: Session; until: number }>();

export const SYSTEM: Session = {
  accountId: 'system',
  communityId: '',
  name: '系统',
  roles: new Set(),
  grants: [],
  elders: [],
  complete: true,
  status: 'system',
};

/** True when this person holds any of the roles that act for others. */
export const isStaff = (session: Pick<Session, 'roles'>): boolean => STAFF.some(role => session.roles.has(role));

/**
 * The session of an account: from memory for half a minute, else read. Complete, it is two reads side by side; a command that is
 * not for family asks for bindings afresh where it needs them, so one read is enough.
 */
export async function sessionOf(openid: string, now: Instant, wants: 'complete' | 'account'): Promise<Session> {
  const known = remembered.get(openid);
  const young = known && known.until > now && known.until - now <= SESSION_MS;
  if (young && (known.session.complete || wants === 'account')) return known.session;
  const session = await load(openid, wants === 'complete');
  if (session.status === 'member') {
    if (remembered.size > 2000) remembered.clear();
    remembered.set(openid, { session, until: now + SESSION_MS });
  }
  return session;
}

/** After a deed that changes who somebody is. */
export const forget = (openid: string): void => {
  remembered.delete(openid);
};

async function load(openid: string, complete: boolean): Promise<Session> {
  const environment = Store.ofEnvironment();
  const [account, elders] = await Promise.all([
    environment.read(accounts, openid),
    complete
      ? environment.across(
          residents,
          { family: _.elemMatch({ accountId: openid, status: 'confirmed' }) },
          { limit: 20, without: LIGHT },
        )
      : [],
  ]);
  return makeSession(openid, account, elders, complete);
}

function makeSession(
  openid: string,
  account: Stored<Account> | undefined,
  elders: Stored<Resident>[],
  complete: boolean,
): Session {
  const known = account && account.status !== 'erased' ? account : undefined;
  const member = known?.status === 'member';
  const bound = known ? elders.filter(elder => elder.communityId === known.communityId && elder.status === 'living') : [];
  const roles = new Set<Role>(member ? known.grants.map(grant => grant.role) : []);
  if (member && known.residentId) roles.add('resident');
  if (bound.length) roles.add('family');
  return {
    accountId: openid,
    communityId: known?.communityId ?? '',
    name: known?.name ?? '',
    residentId: member ? known.residentId : undefined,
    roles,
    grants: member ? known.grants : [],
    elders: bound.map(elder => ({ id: elder.id, name: elder.name, relation: relationOf(elder, openid) })),
    complete,
    status: known ? (member || bound.length ? 'member' : 'waiting') : 'stranger',
  };
}

const relationOf = (elder: Resident, accountId: string): string =>
  elder.family.find(binding => binding.accountId === accountId && binding.status === 'confirmed')?.relation ?? '';

/** Does the action's `allow` admit this session? */
export function admits(allow: readonly Caller[], session: Session): boolean {
  if (allow.includes('public')) return true;
  if (session.status === 'system') return false;
  if (allow.includes('signedIn')) return true;
  if (allow.includes('member') && session.status === 'member') return true;
  return allow.some(caller => session.roles.has(caller as Role));
}

const isGranted = (caller: Caller): caller is GrantedRole => (GRANTED_ROLES as readonly string[]).includes(caller);

/**
 * A write on the strength of a granted role asks again, beside its reads: a role withdrawn a second ago no longer writes.
 * @returns a promise to await before the write; it refuses with NOT_ALLOWED.
 */
export function stillGranted(allow: readonly Caller[], session: Session): Promise<void> | undefined {
  const byOwnRight = allow.some(caller => !isGranted(caller) && admits([caller], session));
  if (byOwnRight && !isStaff(session)) return undefined;
  return Store.ofEnvironment()
    .read(accounts, session.accountId)
    .then(account => {
      const roles = new Set(account?.status === 'member' ? account.grants.map(grant => grant.role) : []);
      const lost = [...session.roles].some(role => isGranted(role) && !roles.has(role));
      if (!lost) return;
      forget(session.accountId);
      throw new Refusal('NOT_ALLOWED');
    });
}
