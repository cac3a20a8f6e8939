/** Builds the web version into dist/h5. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { report, sizesOf, taroBuild } from './taro';

const output = taroBuild('h5');
const html = readFileSync(path.join(output, 'index.html'), 'utf8');

/** What index.html names is loaded first; the rest comes page by page. */
const packageOf = (file: string) => {
  if (!/\.(js|css|html)$/.test(file)) return undefined;
  return file === 'index.html' || html.includes(file) ? 'first load' : 'pages, on demand';
};

report(`web version in ${output}`, sizesOf(output, packageOf), { 'first load': { raw: 640, gzip: 200 } });
