/** `npm run cloud -- --port N --data DIR …`: a local cloud on its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalCloud } from './index';
import type { Person } from './wechat/types';

const HELP = `本机云：CloudBase on one machine, for development. Not a production server.

  npm run cloud -- [options]

  --port N             port on 127.0.0.1; default 5180
  --data DIR           keeps database, files and accounts here; default .data; ":memory:" keeps nothing
  --functions DIR      built functions, NAME/index.js and NAME/function.json; default dist/functions
  --static DIR         a built web app to serve at /
  --env ID             environment id that functions see; default local
  --workers N          worker threads to begin with; default one per core
  --var NAME=VALUE     an environment variable of every function; may be repeated
  --sign-in FN.ACTION  function and action that give a session token to a person chosen in the console
  --people FILE        JSON list of accounts: [{openid, name, phone, about}]
  --voice-callback P   path that learns about keys pressed during voice calls, such as /api/calls/voice
  --delay MS           added to every database call, to stand for the network
  --no-timers          timers run only by hand or when the clock is moved
  --no-catch-up        timers missed while the clock moved are not made up for
  --quiet              say nothing
  --help               this text
`;

const OPTIONS = {
  port: { type: 'string', default: '5180' },
  data: { type: 'string', default: '.data' },
  functions: { type: 'string', default: 'dist/functions' },
  static: { type: 'string' },
  env: { type: 'string' },
  workers: { type: 'string' },
  var: { type: 'string', multiple: true, default: [] as string[] },
  'sign-in': { type: 'string' },
  people: { type: 'string' },
  'voice-callback': { type: 'string' },
  delay: { type: 'string' },
  'no-timers': { type: 'boolean' },
  'no-catch-up': { type: 'boolean' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const whole = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number, not "${text}"`);
  return Number(text);
};

/** `NAME=VALUE` texts as one object. */
const variables = (texts: string[]): Record<string, string> =>
  Object.fromEntries(
    texts.map(text => {
      const at = text.indexOf('=');
      if (at < 1) throw new Error(`--var is NAME=VALUE, not "${text}"`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS, strict: true });
  if (values.help) return console.log(HELP);
  const [signInFunction, action] = values['sign-in']?.split('.') ?? [];
  const cloud = await startLocalCloud({
    port: whole('port', values.port),
    dir: values.data === ':memory:' ? values.data : path.resolve(values.data),
    functionsDir: path.resolve(values.functions),
    staticDir: values.static && path.resolve(values.static),
    env: values.env,
    workers: whole('workers', values.workers),
    envVariables: variables(values.var),
    signIn: signInFunction && action ? { function: signInFunction, action } : undefined,
    people: values.people ? (JSON.parse(readFileSync(values.people, 'utf8')) as Person[]) : undefined,
    voiceCallback: values['voice-callback'],
    delayMs: whole('delay', values.delay),
    timers: !values['no-timers'],
    catchUp: !values['no-catch-up'],
    quiet: values.quiet,
  });
  const end = (): void => void cloud.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
