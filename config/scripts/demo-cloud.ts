/** The local cloud on the demo community: for `npm start`, tests, benchmarks and pictures alike. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../localcloud';
import { messageForms } from '../../types/messages';
import type { Instant } from '../../types/time';
import { type DemoSize, demoPeople, demoRows } from '../demo';
import type { Row } from '../demo/community';
import { ROOT } from './root';

/**
 * The demo's keys for sealed cases and health files. They stay the same from start to start, because what is sealed does; they protect
 * nothing, and a deployment makes its own (docs/deploy.md).
 */
const DEMO_MEDIATION_KEY = `demo:${Buffer.from('jinlin demo key, not for real use').subarray(0, 32).toString('base64')}`;
const DEMO_HEALTH_KEY = `demo:${Buffer.from('jinlin demo health, not for real!').subarray(0, 32).toString('base64')}`;
const templatesFor = (channel: 'template' | 'sms' | 'voice'): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(messageForms)
        .filter(([, form]) => form[channel])
        .map(([kind]) => [kind, `tmpl-${kind}`]),
    ),
  );

const VOICE_HOOK_SECRET = 'demo-voice-hook';

/** What a deployment sets in its functions; here with values that are worth nothing elsewhere. */
export const demoEnvironment = (): Record<string, string> => ({
  JINLIN_SECRET: randomBytes(24).toString('hex'),
  JINLIN_SETUP_CODE: 'demo-setup-code',
  JINLIN_WEB_URL: 'http://127.0.0.1:5180',
  MEDIATION_KEY: DEMO_MEDIATION_KEY,
  HEALTH_KEY: DEMO_HEALTH_KEY,
  RELAY_SECRET: 'local-relay-secret',
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: 'local-secret',
  WECHAT_TEMPLATES: templatesFor('template'),
  SMS_TEMPLATES: templatesFor('sms'),
  VOICE_TEMPLATES: templatesFor('voice'),
  MESSAGE_SECRET_ID: 'local-id',
  MESSAGE_SECRET_KEY: 'local-key',
  SMS_SDK_APPID: '1400000000',
  SMS_SIGN_NAME: '近邻',
  VOICE_SDK_APPID: '1400000001',
  VOICE_HOOK_SECRET,
  HEARING_SECRET_ID: 'local-id',
  HEARING_SECRET_KEY: 'local-key',
});

const BATCH = 500;

async function insert(cloud: LocalCloud, collectionName: string, rows: readonly Row[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) {
    const data = rows.slice(i, i + BATCH).map(row => JSON.stringify(row));
    const reply = await cloud.engine.handle({ action: 'database.insertDocument', collectionName, data });
    if (reply.code) throw new Error(`${collectionName}: ${reply.code} ${reply.message}`);
  }
}

/** Documents that are not there yet; a restart on another day thus gains that week's menus and keeps everything else. */
export async function seedDemo(cloud: LocalCloud, size: DemoSize = {}): Promise<void> {
  // The demo's cases and the health of its children are sealed here, as the functions would seal them.
  process.env.MEDIATION_KEY ??= DEMO_MEDIATION_KEY;
  process.env.HEALTH_KEY ??= DEMO_HEALTH_KEY;
  const fresh = cloud.engine.peek('communities', {}, 1).length === 0;
  const rows = demoRows(cloud.now() as Instant, fresh ? size : { residents: 0, past: 0, fill: 0 });
  for (const [name, wanted] of Object.entries(rows)) {
    if (fresh) await insert(cloud, name, wanted);
    else if (name === 'meals' || name === 'places') await insertMissing(cloud, name, wanted);
  }
}

async function insertMissing(cloud: LocalCloud, name: string, wanted: readonly Row[]): Promise<void> {
  const there = new Set(
    (cloud.engine.peek(name, { _id: { $in: wanted.map(row => row._id) } }, 1000) as Row[]).map(row => row._id),
  );
  await insert(
    cloud,
    name,
    wanted.filter(row => !there.has(row._id)),
  );
}

/**
 * @param options whatever the local cloud takes; functions and sign-in are the product's.
 * @param size how large the community is; with `at`, the clock is set before anybody moves in.
 */
export async function startDemoCloud(
  options: Partial<LocalCloudOptions> = {},
  { at, ...size }: DemoSize & { at?: (now: Instant) => Instant } = {},
): Promise<LocalCloud> {
  const cloud = await startLocalCloud({
    port: 0,
    dir: ':memory:',
    functionsDir: join(ROOT, 'dist', 'functions'),
    compiledDir: join(ROOT, '.cache', 'compiled'),
    signIn: { function: 'people', action: 'startSession', event: { requestId: 'sign-in' } },
    people: demoPeople,
    pageMark: 'jinlin-local',
    voiceCallback: `/api/courier/hooks/voice?key=${VOICE_HOOK_SECRET}`,
    quiet: true,
    ...options,
    envVariables: { ...demoEnvironment(), ...options.envVariables },
  });
  if (at) await cloud.setClock(at(cloud.now() as Instant));
  await seedDemo(cloud, size);
  return cloud;
}
