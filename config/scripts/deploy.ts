/** `npm run deploy`: functions, timers, HTTP access, collections with their indexes, and the web version, into one CloudBase environment. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from './build-functions';
import { functionSpecs, indexesOf } from './functions';
import { ROOT } from './root';
import { requireEnvironment, runTool } from './vendor';

const CLI = '@cloudbase/cli@2';
const MANAGER = '@cloudbase/manager-node@4';
const OUT = join(ROOT, 'dist', 'deploy');

const PLATFORM = {
  TCB_ENV: '云开发环境 ID',
  TENCENTCLOUD_SECRETID: '腾讯云 API 密钥 ID（访问管理）',
  TENCENTCLOUD_SECRETKEY: '腾讯云 API 密钥',
};
/** Given to every function. A deployment overwrites all variables of a function, so all of them are named here. */
const FUNCTIONS = {
  JINLIN_SECRET: '签发登录凭据的密钥，至少 16 位，自己生成，勿外传',
  JINLIN_SETUP_CODE: '第一位管理员的口令，至少 12 位',
  JINLIN_WEB_URL: '网页版的地址，印在海报的二维码里，如 https://app.example.cn',
  WECHAT_APPID: '小程序 AppID',
  WECHAT_SECRET: '小程序 AppSecret',
  WECHAT_TEMPLATES: '订阅消息模板，JSON：{"mealBooked":"模板ID",…}；暂时没有就写 {}',
};

/** The key of what is sealed (cases, the health of children) goes to the functions that open it, and to no other. */
const SEALING: ReadonlySet<string> = new Set(['mediation', 'care']);
const MEDIATION = {
  MEDIATION_KEY:
    '调解内容和孩子健康信息的加密密钥，名称:密钥，如 k1:（openssl rand -base64 32 的输出）；另存一份，丢了打不开卷宗',
};
/** A channel without them is skipped, and the desk says what it lacks. */
const CHANNELS = [
  'MESSAGE_SECRET_ID',
  'MESSAGE_SECRET_KEY',
  'SMS_SDK_APPID',
  'SMS_SIGN_NAME',
  'SMS_TEMPLATES',
  'VOICE_SDK_APPID',
  'VOICE_TEMPLATES',
  'VOICE_HOOK_SECRET',
];

const functionOf = (spec: (typeof functionSpecs)[number], envVariables: Record<string, string>) => ({
  name: spec.name,
  handler: 'index.main',
  runtime: 'Nodejs20.19',
  timeout: spec.timeout,
  memorySize: spec.memory,
  installDependency: false,
  envVariables,
  triggers: spec.timers.map(({ name, cron }) => ({ name, type: 'timer', config: cron })),
});

/** Collections and indexes through the management SDK; what exists already stays. Rights: ADMINONLY, no client ever reads the database. */
const databaseScript = `
const CloudBase = require('@cloudbase/manager-node');
const collections = require('./collections.json');
const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey, TCB_ENV: envId } = process.env;
const app = new CloudBase({ secretId, secretKey, envId });
(async () => {
  for (const { name, indexes } of collections) {
    await app.database.createCollectionIfNotExists(name);
    for (const { name: IndexName, unique, fields } of indexes) {
      if ((await app.database.checkIndexExists(name, IndexName)).Exists) continue;
      const MgoIndexKeys = fields.map(({ field, direction }) => ({ Name: field, Direction: direction === 'desc' ? '-1' : '1' }));
      await app.database.updateCollection(name, { CreateIndexes: [{ IndexName, MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys } }] });
    }
    await app.commonService('tcb', '2018-06-08').call({ Action: 'ModifyDatabaseACL', Param: { EnvId: envId, CollectionName: name, AclTag: 'ADMINONLY' } });
    console.log('集合 ' + name + '，索引 ' + indexes.length + ' 个');
  }
})().catch(error => { console.error(error.message); process.exit(1); });
`;

function deployDatabase(): void {
  const unique = new Map(
    functionSpecs.flatMap(spec => spec.collections).map(of => [of.name, { name: of.name, indexes: indexesOf(of) }]),
  );
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'collections.json'), JSON.stringify([...unique.values()], null, 2));
  writeFileSync(join(OUT, 'database.js'), databaseScript);
  writeFileSync(join(OUT, 'package.json'), JSON.stringify({ name: 'jinlin-deploy', private: true }));
  const installed = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', MANAGER], {
    cwd: OUT,
    stdio: 'inherit',
  });
  const done =
    installed.status === 0 && spawnSync(process.execPath, ['database.js'], { cwd: OUT, stdio: 'inherit' }).status === 0;
  if (!done) {
    console.error('集合没有建完；修好上面的问题后重新运行即可，已有的不会动。');
    process.exit(1);
  }
}

async function main(): Promise<void> {
  const platform = requireEnvironment('部署', { ...PLATFORM, ...FUNCTIONS, ...MEDIATION }) as Record<
    keyof typeof PLATFORM | keyof typeof FUNCTIONS | keyof typeof MEDIATION,
    string
  >;
  const envVariables = Object.fromEntries([
    ...Object.keys(FUNCTIONS).map(name => [name, platform[name as keyof typeof FUNCTIONS]] as const),
    ...CHANNELS.flatMap(name => (process.env[name] ? [[name, process.env[name]!] as const] : [])),
  ]);
  await buildFunctions();
  deployDatabase();
  const functionRoot = join(ROOT, 'dist', 'functions');
  const config = {
    version: '2.0',
    envId: platform.TCB_ENV,
    functionRoot,
    functions: functionSpecs.map(spec =>
      functionOf(spec, SEALING.has(spec.name) ? { ...envVariables, MEDIATION_KEY: platform.MEDIATION_KEY } : envVariables),
    ),
  };
  writeFileSync(join(OUT, 'cloudbaserc.json'), JSON.stringify(config, null, 2), { mode: 0o600 });
  const login = [CLI, 'login', '--apiKeyId', platform.TENCENTCLOUD_SECRETID, '--apiKey', platform.TENCENTCLOUD_SECRETKEY];
  runTool(login, { secret: true });
  for (const { name } of functionSpecs) runTool([CLI, 'fn', 'deploy', name, '--force', '--path', `/api/${name}`], { cwd: OUT });
  runTool(['tsx', 'config/scripts/build-h5.ts']);
  runTool([CLI, 'hosting', 'deploy', join(ROOT, 'dist', 'h5'), '-e', platform.TCB_ENV]);
  console.log('\n已部署。下一步：docs/first-admin.md（第一位管理员）。');
}

void main();
