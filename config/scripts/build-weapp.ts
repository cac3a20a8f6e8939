/** Builds the mini-program into dist/weapp. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { report, sizesOf, taroBuild } from './taro';

const output = taroBuild('weapp');
const app = JSON.parse(readFileSync(path.join(output, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
const roots = (app.subPackages ?? []).map(each => each.root);

const packageOf = (file: string) =>
  file === 'project.config.json' ? undefined : (roots.find(root => file.startsWith(`${root}/`)) ?? 'main');

report(`mini-program in ${output}`, sizesOf(output, packageOf), { main: { raw: 420, gzip: 120 } });
