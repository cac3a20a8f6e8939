/** `npm run upload -- VERSION [words about it]`: builds the mini-program and uploads it as a development version to WeChat. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';
import { requireEnvironment, runTool } from './vendor';

const { WECHAT_APPID: appid, WECHAT_UPLOAD_KEY: key } = requireEnvironment('上传', {
  WECHAT_APPID: '小程序 AppID',
  WECHAT_UPLOAD_KEY: '代码上传密钥文件的路径（微信公众平台 → 开发设置 → 小程序代码上传）',
}) as { WECHAT_APPID: string; WECHAT_UPLOAD_KEY: string };

if (!existsSync(key)) {
  console.error(`找不到密钥文件：WECHAT_UPLOAD_KEY 指向的文件不存在。`);
  process.exit(1);
}

const { version: own } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const [version = own, ...words] = process.argv.slice(2);

runTool(['tsx', 'config/scripts/build-weapp.ts']);
const project = ['--pp', join(ROOT, 'dist', 'weapp'), '--pkp', key, '--appid', appid];
runTool([
  'miniprogram-ci@2',
  'upload',
  ...project,
  '--uv',
  version,
  '--ud',
  words.join(' ') || version,
  '--enable-es6',
  'false',
  '--enable-minify',
  'true',
]);
