import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildFunction, call, newFolder, open } from './harness';

type Bed = Awaited<ReturnType<typeof open>>;
type Echo = {
  openid: string | null;
  source: string;
  variable: string | null;
  appid: string | null;
  env: Record<string, string>;
  event: unknown;
};

describe('functions', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await open(['echo', 'shop', 'rough'], { envVariables: { OWN_SETTING: 'yes' } });
  });
  afterAll(() => bed.close());

  it('tell a function who its WeChat caller is, also with 200 callers at once', async () => {
    const people = Array.from({ length: 200 }, (_, i) => `wx-${i}`);
    const replies = (await Promise.all(people.map(openid => bed.cloud.invoke('echo', { wait: 1 }, { openid })))) as Echo[];
    expect(replies.map(reply => reply.openid)).toEqual(people);
    expect(replies.map(reply => reply.variable)).toEqual(people);
    expect(replies[0]).toMatchObject({ source: 'wx_client', appid: expect.any(String), event: { wait: 1 } });
  });

  it('give a caller who is not of WeChat no openid, even after one who was', async () => {
    await bed.cloud.invoke('echo', {}, { openid: 'wx-before' });
    expect(await bed.cloud.invoke('echo')).toMatchObject({ openid: null, variable: null, source: 'scf' });
  });

  it('see the variables of the deployment and of the platform', async () => {
    const { env } = (await bed.cloud.invoke('echo')) as Echo;
    expect(env).toEqual({ OWN_SETTING: 'yes', SCF_NAMESPACE: 'local', WECHAT_API_BASE: `${bed.cloud.url}/wechat` });
  });

  it('work with the database through the public SDK', async () => {
    await bed.cloud.invoke('shop', { action: 'put', id: 'tea' });
    expect(await bed.cloud.invoke('shop', { action: 'take', id: 'tea' })).toBe(1);
    expect(await bed.cloud.invoke('shop', { action: 'read', id: 'tea' })).toEqual([{ _id: 'tea', left: 4 }]);
  });

  it('call one another, more of them at once than there are workers', async () => {
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => bed.cloud.invoke('shop', { action: 'nested' }, { openid: 'wx-a' })),
    );
    for (const reply of replies) expect(reply).toMatchObject({ event: { from: 'shop' }, source: 'scf', openid: null });
  });

  it('fail with the words of the platform when they throw, hang, spin or end the process', async () => {
    const failure = (action: string) =>
      bed.cloud.invoke('rough', { action }).catch(error => error as { code: string; message: string });
    const [thrown, hung, spun, ended] = await Promise.all(['throw', 'hang', 'spin', 'exit'].map(failure));
    expect(thrown).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('on purpose') });
    expect(hung).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: 'Invoking task timed out after 1 seconds' });
    expect(spun).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    expect(ended).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('code 3') });
    expect(await bed.cloud.invoke('rough', { action: 'text' })).toBe('plain words');
  });

  it('are unknown when nobody built them', async () => {
    await expect(bed.cloud.invoke('nobody')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    await expect(bed.cloud.invoke('../echo')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  it('refuse an event of a WeChat caller above 100 KB', async () => {
    const large = { text: 'x'.repeat(100 * 1024) };
    await expect(bed.cloud.invoke('echo', large, { openid: 'wx-a' })).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  });

  it('keep what they write to the console in the log', async () => {
    await bed.cloud.invoke('rough', { action: 'log' });
    const { json } = await call(`${bed.cloud.url}/local/log`);
    expect((json as unknown as { logs: string[] }[]).at(-1)!.logs).toEqual(['log: a line for the log { n: 1 }']);
  });
});

describe('a rebuilt bundle', () => {
  it('is used from the next call on, with nothing left of the old one', async () => {
    const bed = await open(['rough']);
    const source = path.join(newFolder(), 'next.ts');
    const before = await bed.cloud.invoke('rough', { action: 'born' });
    expect(await bed.cloud.invoke('rough', { action: 'object' })).toEqual({ plain: true });
    writeFileSync(source, 'export const main = async () => "new build";');
    buildFunction(bed.functionsDir, 'rough', source);
    const after = await Promise.all([1, 2, 3, 4].map(() => bed.cloud.invoke('rough', { action: 'born' })));
    expect(typeof before).toBe('number');
    expect(after).toEqual(['new build', 'new build', 'new build', 'new build']);
    await bed.close();
  });
});

describe('a folder for compiled bundles', () => {
  it('is used by the next start, never for another build, and what is spoilt in it does no harm', async () => {
    const compiledDir = newFolder();
    const object = (): Promise<unknown> => bed.cloud.invoke('rough', { action: 'object' });
    let bed = await open(['rough'], { compiledDir });
    expect(await object()).toEqual({ plain: true });
    const [kept] = readdirSync(compiledDir);
    await bed.close();

    bed = await open(['rough'], { compiledDir });
    expect(await object()).toEqual({ plain: true });
    expect(readdirSync(compiledDir)).toEqual([kept]);
    const source = path.join(newFolder(), 'next.ts');
    writeFileSync(source, 'export const main = async () => "new build";');
    buildFunction(bed.functionsDir, 'rough', source);
    expect(await object()).toBe('new build');
    await bed.close();

    writeFileSync(path.join(compiledDir, kept!), 'junk');
    bed = await open(['rough'], { compiledDir });
    expect(await object()).toEqual({ plain: true });
    await bed.close();
    rmSync(compiledDir, { recursive: true });
  });
});
