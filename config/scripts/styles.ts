/** Writes `src/styles/tokens.css` and `icons.css` from their TypeScript sources. Run it after changing a token or an icon. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { icons } from '../../src/styles/icons';
import { palettes, sizes, type ThemeName, type } from '../../src/styles/tokens';

const NOTE = '/* Written by config/scripts/styles.ts from the .ts file of the same name: change that one. */\n';

const block = (selector: string, lines: string[], indent = ''): string =>
  `${indent}${selector.replace('\n', `\n${indent}`)} {\n${lines.map(line => `${indent}  ${line}`).join('\n')}\n${indent}}\n`;

const colours = (theme: ThemeName): string[] =>
  Object.entries(palettes[theme]).map(([name, value]) => `--${name}: ${value.toLowerCase()};`);

const measures = (view: 'standard' | 'elder'): string[] => [
  ...Object.entries(type[view]).flatMap(([name, [size, line]]) => [`--fs-${name}: ${size}px;`, `--lh-${name}: ${line}px;`]),
  ...Object.entries(sizes[view]).map(([name, value]) => `--${name}: ${value}px;`),
];

/** What lies around and behind a page, outside its theme: beside it on a wide screen, under it when it is pulled. */
const GROUND = 'page,\nbody';
const ground = (theme: ThemeName): string[] => [`--page: ${palettes[theme].page.toLowerCase()};`];

/** Elder and dark are classes and a media query over one set of names, so a component never knows which theme it is in. */
export function tokensCss(): string {
  const night = [
    block(GROUND, ground('dark'), '  '),
    block('.theme', colours('dark'), '  '),
    block('.theme-elder', colours('elderDark'), '  '),
  ].join('');
  return [
    NOTE,
    block(GROUND, ground('light')),
    block('.theme', [...colours('light'), ...measures('standard')]),
    block('.theme-elder', [...colours('elderLight'), ...measures('elder')]),
    `@media (prefers-color-scheme: dark) {\n${night}}\n`,
  ].join('\n');
}

const svg = (outline: string): string =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'><path d='${outline}'/></svg>`;

const dataUrl = (outline: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(svg(outline)).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%3A/g, ':').replace(/%2F/g, '/')}")`;

export function iconsCss(): string {
  const rules = Object.entries(icons).map(([name, outline]) => `.icon-${name} {\n  --outline: ${dataUrl(outline)};\n}\n`);
  return [NOTE, ...rules].join('\n');
}

if (process.argv[1] === __filename) {
  const folder = path.resolve(__dirname, '../../src/styles');
  writeFileSync(path.join(folder, 'tokens.css'), tokensCss());
  writeFileSync(path.join(folder, 'icons.css'), iconsCss());
}
