/**
 * The alert path 预警通路: everybody on the ladders of an elder, and what would keep a call from reaching them. Credits are the
 * courier's; it keeps them in a collection that this asks for their number alone (`_shared/reach.ts`).
 */
import type { RungWho } from '../../types/alerts';
import type { PathPerson } from '../../types/safetyFamilyActions';
import { DAY_MS } from '../../types/time';
import type { Reach } from '../../types/watch';
import { maskPhone } from '../../types/words';
import type { Context } from '../_shared/context';
import { accounts } from '../_shared/directory';
import { creditsOf } from '../_shared/reach';
import { LIGHT } from '../_shared/store';
import { circleFrom, surroundingOf } from './circle';
import { reaches } from './collections';
import { personKey } from './ids';
import { type Person, peopleOf } from './rules/ladder';
import { redsOf, testOf } from './rules/path';

/** Whose templates count: those of the kinds that a rung sends. */
const CALLS = ['alertPush', 'alertText', 'alertCall'] as const;
const PATH: readonly RungWho[] = ['family', 'keeper', 'gridStaff', 'unitLead', 'buildingLead'];

export type Path = { people: PathPerson[]; nobody: boolean; accounts: string[]; elderName: string };

/** Everybody whom a cry for help would call. Two waves: who they are, then what is known of them. */
export async function pathOf(ctx: Context, elderId: string): Promise<Path> {
  const around = await surroundingOf(ctx.store, elderId, 'sos');
  const people = peopleOf(PATH, circleFrom(around, { kind: 'sos', address: around.elder?.address }, ctx.now));
  const ids = people.flatMap(({ account }) => account ?? []);
  const [known, met, credits] = await Promise.all([
    ctx.store.readAll(accounts, ids, { without: LIGHT }),
    ctx.store.readAll(reaches, ids, { without: LIGHT }),
    creditsOf(ids, CALLS),
  ]);
  const phones = new Map(known.map(({ id, phone }) => [id, phone]));
  const reach = new Map<string, Reach>(met.map(one => [one.id, one]));
  const view = (person: Person): PathPerson => {
    const account = person.account ?? '';
    const facts = { phone: phones.get(account), credits: credits.get(account) ?? 0, reach: reach.get(account) };
    const phone = facts.phone && maskPhone(facts.phone);
    return {
      key: personKey(account),
      name: person.name,
      as: person.as,
      relation: around.elder?.family.find(({ accountId }) => accountId === account)?.relation ?? '',
      ...(phone ? { phone } : {}),
      me: account === ctx.session.accountId,
      notifications: facts.reach?.notifications ?? 'unknown',
      credits: facts.credits,
      lastTest: testOf(facts.reach),
      reds: redsOf(facts, ctx.now, DAY_MS),
    };
  };
  return { people: people.map(view), nobody: people.length === 0, accounts: ids, elderName: around.elder?.name ?? '' };
}
