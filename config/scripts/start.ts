/** `npm start`: builds the functions and the web version, starts the local cloud on a demo community, prints one address. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from './build-functions';
import { demoEnvironment, startDemoCloud } from './demo-cloud';
import { ROOT } from './root';

const DATA = join(ROOT, '.data');

/** Secrets of this machine's demo, so that a browser stays signed in over a restart. */
function environment(): Record<string, string> {
  const file = join(DATA, 'environment.json');
  if (existsSync(file)) return { ...demoEnvironment(), ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) };
  const { JINLIN_SECRET } = demoEnvironment();
  return { ...demoEnvironment(), JINLIN_SECRET: JINLIN_SECRET! };
}

/** In a process of its own: the compiler's memory is given back before the cloud starts. */
function buildWeb(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', 'build:h5'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', part => (said += part));
    child.stderr.on('data', part => (said += part));
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`网页版构建失败：\n${said}`))));
  });
}

async function main(): Promise<void> {
  if (process.argv.includes('--fresh')) rmSync(DATA, { recursive: true, force: true });
  console.log('近邻：正在构建云函数和网页版，约半分钟……');
  const port = Number(process.env.PORT ?? 5180);
  await Promise.all([buildFunctions(), buildWeb()]);
  const envVariables: Record<string, string> = { ...environment(), JINLIN_WEB_URL: `http://127.0.0.1:${port}` };
  const cloud = await startDemoCloud({ port, dir: DATA, staticDir: join(ROOT, 'dist', 'h5'), envVariables });
  writeFileSync(join(DATA, 'environment.json'), JSON.stringify({ JINLIN_SECRET: envVariables.JINLIN_SECRET }));
  console.log(
    `\n近邻已启动：${cloud.url}\n  选一个人进入，看短信和微信消息，拨快时钟：${cloud.url}/console\n  按 Ctrl+C 停止；数据保存在 .data，重新开始用 npm start -- --fresh\n`,
  );
  const stop = () => void cloud.stop().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
