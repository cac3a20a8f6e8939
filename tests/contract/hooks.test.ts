/** Every hook of every contract: who does not know the secret, junk, too much, another door, the same call again. */
import { contracts } from '../../types';
import { openWorld, type World } from '../world';
import { type HookSample, hookSamples } from './samples/hooks';

const hooks = Object.values(contracts).flatMap(contract =>
  Object.entries(contract.actions).flatMap(([name, action]) =>
    action.verb === 'hook' ? [{ name: `${contract.name}.${name}`, most: action.most, domain: contract.name, hook: name }] : [],
  ),
);

let world: World;
beforeEach(async () => {
  world = await openWorld({ residents: 5, past: 0, fill: 0 });
});
afterEach(() => world.stop());

const call = (path: string, body: string, headers: Record<string, string> = {}): Promise<number> =>
  fetch(`${world.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }).then(
    reply => reply.status,
  );

/** Every document with its version; what only counts runs is no change. */
const print = (): string =>
  world.engine
    .collections()
    .filter(({ name }) => !['marks', 'clockwork', 'shifts'].includes(name))
    .flatMap(({ name }) =>
      (world.engine.peek(name) as { _id: string; version: number }[]).map(row => `${name}/${row._id}@${row.version}`),
    )
    .sort()
    .join('\n');

const JUNK = [
  '',
  'null',
  '7',
  '[]',
  '{"',
  '{"a":{"$gt":""}}',
  '\u0000\u0001',
  JSON.stringify({ voicekey_callback: { callid: { $gt: '' }, keypress: '1' } }),
];

describe.each(hooks)('$name', ({ name, most, domain, hook }) => {
  let sample: HookSample;
  beforeEach(async () => {
    expect(Object.keys(hookSamples)).toContain(name);
    sample = await hookSamples[name]!(world);
  });

  test('a forged call is refused and changes nothing', async () => {
    const before = print();
    for (const forged of sample.forged) {
      const status = await call(forged.path ?? sample.path, sample.body, forged.headers ?? sample.headers);
      expect([forged, status]).toEqual([forged, 403]);
    }
    expect(print()).toBe(before);
  });

  test('junk behind the right secret is bad input, too much is too large, and nothing changes', async () => {
    const before = print();
    const signed = sample.signed ?? (() => sample.headers);
    for (const junk of JUNK) expect([junk, await call(sample.path, junk, signed(junk))]).toEqual([junk, 400]);
    const much = 'x'.repeat(most + 1);
    expect(await call(sample.path, much, signed(much))).toBe(413);
    expect(print()).toBe(before);
  });

  test('it is done once: a replay is answered and changes nothing', async () => {
    const before = print();
    expect(await call(sample.path, sample.body, sample.headers)).toBe(200);
    const once = print();
    expect(once).not.toBe(before);
    expect(await call(sample.path, sample.body, sample.headers)).toBe(200);
    expect(print()).toBe(once);
  });

  test('it is no action, and no action is a hook', async () => {
    const asAction = await fetch(`${world.url}/api/${domain}`, {
      method: 'POST',
      body: JSON.stringify({ action: hook, input: {}, requestId: 'x' }),
    });
    expect(await asAction.json()).toEqual({ ok: false, error: { code: 'UNKNOWN_ACTION' } });
    for (const other of Object.keys(contracts[domain as keyof typeof contracts].actions).filter(action => action !== hook))
      expect([other, await call(`/api/${domain}/hooks/${other}`, '{}')]).toEqual([other, 404]);
    expect(await call(`/api/${domain}/hooks/constructor`, '{}')).toBe(404);
  });
});
