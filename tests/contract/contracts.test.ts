/** Every action of every contract, called by everyone who must not: each gets its code, nothing changes, nothing leaks. */
import { contracts } from '../../types';
import type { Action, Caller } from '../../types/contract';
import { addDays } from '../../types/time';
import { gesture, openWorld, type Person, type World } from '../world';
import { samples } from './samples';

type Sample = { by: string; input: unknown };
type Case = { domain: string; name: string; action: Action; sample: Sample };

/** What each of the cast is; chosen from to find somebody whom an action does not admit. */
const CAST: readonly [openid: string, is: readonly Caller[]][] = [
  ['wx-wangguilan', ['resident', 'member', 'signedIn']],
  ['wx-limin', ['family', 'member', 'signedIn']],
  ['wx-liushifu', ['canteen', 'member', 'signedIn']],
  ['wx-passerby', ['signedIn']],
];

const OTHER = 'wx-other-office';
const JUNK = [
  null,
  7,
  'text',
  [],
  { surprise: true },
  { id: { $gt: '' } },
  { id: '../../etc' },
  { text: '\u0000' },
  { dinerId: 'a.b$c' },
];

let world: World;
let people: Record<string, Person>;

const cases = (): Case[] => {
  const all = samples(addDays(world.today, 3)) as unknown as Record<string, Record<string, Sample>>;
  return Object.values(contracts).flatMap(contract =>
    Object.entries(contract.actions)
      .filter(([, action]) => action.verb === 'query' || action.verb === 'command')
      .map(([name, action]) => ({ domain: contract.name, name, action, sample: all[contract.name]![name]! })),
  );
};

/** The courier's machinery, and who read what. */
const COUNTED_APART = ['marks', 'clockwork', 'shifts', 'accessLog', 'caseReads'];

/** Documents of the demo community with their versions; the courier's marks and shifts are no change. */
function fingerprint(): string {
  const kept = world.engine.collections().filter(({ name }) => !COUNTED_APART.includes(name));
  const rows = kept.flatMap(({ name }) =>
    (world.engine.peek(name, {}, 1000) as { _id: string; version: number }[]).map(row => `${name}/${row._id}@${row.version}`),
  );
  return rows.sort().join('\n');
}

async function insertOtherCommunity(): Promise<void> {
  const insert = (collectionName: string, row: object) =>
    world.engine.handle({ action: 'database.insertDocument', collectionName, data: [JSON.stringify(row)] });
  const common = { communityId: 'linjia', version: 1, history: [], outbox: [] };
  await insert('communities', { _id: 'linjia', ...common, name: '邻家社区', phone: '0', address: '0', grids: [], buildings: [] });
  const grants = ['admin', 'office', 'canteen', 'gridLead'].map(role => ({ role, grantedBy: 'x', grantedAt: 0 }));
  await insert('accounts', { _id: OTHER, ...common, name: '外社区', grants, status: 'member' });
}

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0 });
  await world.at('08:00');
  await insertOtherCommunity();
  const openids = [...CAST.map(([openid]) => openid), OTHER, 'wx-zhouzhuren', 'wx-newcomer', 'wx-hejing', 'wx-sunyumei'];
  people = Object.fromEntries(await Promise.all(openids.map(async openid => [openid, await world.as(openid)] as const)));
});
afterAll(() => world.stop());

const call = (person: Person, { domain, name }: Case, input: unknown, requestId = gesture()) =>
  person.raw(domain, { action: name, input, requestId });
const allows = ({ action }: Case, caller: Caller): boolean => (action.allow as readonly Caller[]).includes(caller);
const codeOf = ({ reply }: Awaited<ReturnType<Person['raw']>>): string => (reply.ok ? 'OK' : reply.error.code);

test('a caller without identity is not signed in', async () => {
  const before = fingerprint();
  for (const each of cases().filter(one => !allows(one, 'public'))) {
    expect([each.name, codeOf(await call(world.stranger, each, each.sample.input))]).toEqual([each.name, 'NOT_SIGNED_IN']);
  }
  expect(fingerprint()).toBe(before);
});

test('a forged, a truncated and a foreign token are nobody', async () => {
  const { token } = people['wx-limin']!;
  for (const forged of [
    `${token}x`,
    token.split('.')[0]!,
    `${token.split('.')[0]}.AAAA`,
    'null',
    `${Buffer.from('{"sub":"wx-zhouzhuren","use":"desk","exp":9999999999999}').toString('base64url')}.`,
  ]) {
    const reply = await fetch(`${world.url}/api/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${forged}` },
      body: JSON.stringify({ action: 'me', input: {} }),
    });
    expect(reply.status).toBe(401);
  }
});

test('the wrong role is refused, and nothing changes', async () => {
  const before = fingerprint();
  for (const each of cases()) {
    const wrong = CAST.find(([, is]) => !is.some(role => allows(each, role)) && !allows(each, 'public'));
    if (!wrong) continue;
    const expected = wrong[0] === 'wx-passerby' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED';
    expect([each.name, codeOf(await call(people[wrong[0]]!, each, each.sample.input))]).toEqual([each.name, expected]);
  }
  expect(fingerprint()).toBe(before);
});

test('junk is bad input, a missing request id as well, and nothing changes', async () => {
  const before = fingerprint();
  for (const each of cases()) {
    const person = people[each.sample.by]!;
    for (const junk of JUNK) {
      const code = codeOf(await call(person, each, junk));
      expect([each.name, JSON.stringify(junk), code]).toEqual([
        each.name,
        JSON.stringify(junk),
        junk === null && acceptsNothing(each) ? code : 'BAD_INPUT',
      ]);
    }
    if (each.action.verb === 'command') {
      const reply = await person.raw(each.domain, { action: each.name, input: each.sample.input });
      expect([each.name, codeOf(reply)]).toEqual([each.name, 'BAD_INPUT']);
    }
  }
  const left = (print: string) => withoutHandouts(withoutEmptyDeeds(print));
  expect(left(fingerprint())).toBe(left(before));
});

/** A call without input is a call with an empty one, which some actions take. */
const acceptsNothing = ({ action }: Case): boolean => action.input.safeParse({}).success;
/** 一键求助 and 我很好 take an empty input: an alert with its messages, a sign of life. */
const withoutEmptyDeeds = (print: string): string =>
  print
    .split('\n')
    .filter(row => !/^(alerts|watches|letters|posts)\//.test(row))
    .join('\n');
/**
 * What an action that takes an empty input may rightly leave behind: a download, a pairing. Letters of earlier deeds, and who eats when,
 * come when the courier was nudged, at any moment after.
 */
const withoutHandouts = (print: string): string =>
  print
    .split('\n')
    .filter(row => !/^(handouts|pairings|caseFiles|letters|diners)\//.test(row))
    .join('\n');

test('an oversize call is refused before anything looks at it', async () => {
  const before = fingerprint();
  for (const each of cases()) {
    const { status } = await call(people[each.sample.by]!, each, { ...(each.sample.input as object), text: 'x'.repeat(120_000) });
    expect([each.name, status]).toEqual([each.name, 413]);
  }
  expect(fingerprint()).toBe(before);
});

test('unknown actions, inherited names and jobs are nobody’s to call', async () => {
  const office = people['wx-zhouzhuren']!;
  for (const contract of Object.values(contracts)) {
    for (const name of ['nothing', '__proto__', 'constructor', 'toString', '']) {
      expect(codeOf(await office.raw(contract.name, { action: name, input: {}, requestId: gesture() }))).toBe('UNKNOWN_ACTION');
    }
    for (const [name, action] of Object.entries(contract.actions).filter(([, each]) => each.verb === 'job')) {
      expect([
        name,
        codeOf(await office.raw(contract.name, { action: name, input: {}, requestId: gesture(), systemToken: office.token })),
      ]).toEqual([name, 'NOT_ALLOWED']);
      const imitated = await world.invoke(
        contract.name,
        { Type: 'Timer', TriggerName: 'x', action: name, input: {} },
        { openid: 'wx-passerby' },
      );
      expect(action.verb === 'job' && (imitated as { ok: boolean }).ok).toBe(false);
    }
  }
});

test('another community can name none of our documents, and sees none of our people', async () => {
  const ours = () =>
    fingerprint()
      .split('\n')
      .filter(row => row.includes('/xingfuli:'))
      .join('\n');
  const before = ours();
  for (const each of cases().filter(({ name }) => name !== 'eraseMe')) {
    const { reply } = await call(people[OTHER]!, each, each.sample.input);
    expect([each.name, JSON.stringify(reply).match(/王桂兰|孙玉梅|赵德福|周志强|1390000000\d|幸福里长者/)]).toEqual([
      each.name,
      null,
    ]);
  }
  expect(ours()).toBe(before);
});

type Deeds = { _id: string; version: number; history?: { by: string }[]; issued?: number };
const bySystem = ({ by }: { by: string }): boolean => ['system', 'courier'].includes(by);
/**
 * What people did, and nothing that followed from it: versions without the deeds of jobs and of the courier, which work on while this
 * test goes through its gestures; documents that they alone wrote are left out. Of places it counts how often one was
 * claimed; tries of strangers count calls, not deeds.
 */
function deedsOfPeople(): string {
  const kept = world.engine.collections().filter(({ name }) => ![...COUNTED_APART, 'posts', 'tries'].includes(name));
  const rows = kept.flatMap(({ name }) =>
    (world.engine.peek(name, {}, 1000) as Deeds[]).flatMap(({ _id, version, history = [], issued }) => {
      const own = history.filter(bySystem).length;
      return own === version ? [] : [`${name}/${_id}@${issued ?? version - own}`];
    }),
  );
  return withoutHandouts(rows.sort().join('\n'));
}

test('the same gesture twice is done once', async () => {
  const day = addDays(world.today, 4);
  const office = people['wx-zhouzhuren']!;
  const all = samples(day) as unknown as Record<string, Record<string, Sample>>;
  await office.raw('canteen', { action: 'publishMeal', input: all.canteen!.publishMeal!.input, requestId: gesture() });
  for (const each of cases().filter(({ action }) => action.verb === 'command')) {
    const { by, input } = all[each.domain]![each.name]!;
    const requestId = gesture();
    const first = await call(people[by]!, each, input, requestId);
    const between = deedsOfPeople();
    const second = await call(people[by]!, each, input, requestId);
    expect([each.name, codeOf(second), first.status < 500]).toEqual([each.name, codeOf(first), true]);
    // A document that went meanwhile was taken by what followed from an earlier deed; nothing may be new or written again.
    const known = new Set(between.split('\n'));
    const fresh = deedsOfPeople()
      .split('\n')
      .filter(line => !known.has(line));
    expect([each.name, fresh]).toEqual([each.name, []]);
  }
});
