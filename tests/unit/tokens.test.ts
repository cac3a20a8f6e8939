import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iconsCss, tokensCss } from '../../config/scripts/styles';
import { type ColourName, palettes, sizes, type ThemeName, type } from '../../src/styles/tokens';

const src = path.resolve(__dirname, '../../src');

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** Every pair of text and ground that the screens put together. */
const TEXT: [ColourName, ColourName][] = [
  ...(['page', 'card', 'track'] as const).flatMap(ground =>
    (['text', 'text2', 'primary-ink'] as const).map(ink => [ink, ground] as [ColourName, ColourName]),
  ),
  ...(['page', 'card'] as const).flatMap(ground =>
    (['text3', 'primary', 'accent', 'danger', 'info', 'success', 'warning'] as const).map(
      ink => [ink, ground] as [ColourName, ColourName],
    ),
  ),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-pressed'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-pressed'],
  ['on-sos', 'sos'],
  ['on-aloud', 'aloud'],
  ['primary-ink', 'primary-weak'],
  ['accent', 'accent-weak'],
  ['danger-ink', 'danger-weak'],
  ['warning', 'warning-weak'],
  ['info', 'info-weak'],
  ['success', 'success-weak'],
  ['neutral', 'neutral-weak'],
  ...(['primary-weak', 'accent-weak', 'danger-weak', 'warning-weak', 'info-weak', 'success-weak', 'neutral-weak'] as const).map(
    ground => ['text', ground] as [ColourName, ColourName],
  ),
];

/** Signs that must be seen but are not read: borders of controls, icons. */
const SIGNS: [ColourName, ColourName][] = [
  ['border', 'card'],
  ['border', 'page'],
  ['primary', 'card'],
  ['primary', 'page'],
  ['primary', 'primary-weak'],
];

const themes = Object.keys(palettes) as ThemeName[];
const failures = (theme: ThemeName, pairs: [ColourName, ColourName][], least: number) =>
  pairs
    .map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(palettes[theme][ink], palettes[theme][ground]) }))
    .filter(each => each.ratio < least)
    .map(each => `${each.pair} ${each.ratio.toFixed(2)}`);

describe('colours', () => {
  test.each(themes)('%s: every text can be read on its ground', theme => {
    expect(failures(theme, TEXT, theme.startsWith('elder') ? 7 : 4.5)).toEqual([]);
  });

  test.each(themes)('%s: every sign can be seen on its ground', theme => {
    expect(failures(theme, SIGNS, 3)).toEqual([]);
  });

  test('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#0B7A5C', '#FFFFFF')).toBeCloseTo(5.3, 1);
  });
});

describe('sizes', () => {
  test('lines are at least 1.25 times as high as the text, body text at least 1.3 times', () => {
    for (const scale of Object.values(type)) {
      for (const [size, line] of Object.values(scale)) expect(line / size).toBeGreaterThanOrEqual(1.25);
      expect(scale.body[1] / scale.body[0]).toBeGreaterThanOrEqual(1.3);
    }
  });

  test('the elder view reads at 18 dp or more, and nothing is smaller', () => {
    const smallest = Math.min(...Object.values(type.elder).map(([size]) => size));
    expect(smallest / 2).toBeGreaterThanOrEqual(18);
  });

  test('a finger finds every target: 44 dp, 60 dp in the elder view', () => {
    expect(sizes.standard.target! / 2).toBeGreaterThanOrEqual(44);
    expect(sizes.elder.target! / 2).toBeGreaterThanOrEqual(60);
  });
});

describe('style sheets', () => {
  test('the bar that WeChat draws has the colours of the page under it', () => {
    const theme = JSON.parse(readFileSync(path.join(src, 'theme.json'), 'utf8')) as Record<
      'light' | 'dark',
      { navBg: string; page: string }
    >;
    for (const name of ['light', 'dark'] as const) {
      expect(theme[name]).toMatchObject({ navBg: palettes[name].card, page: palettes[name].page });
    }
  });

  test('tokens.css and icons.css are what their sources say', () => {
    expect(readFileSync(path.join(src, 'styles/tokens.css'), 'utf8')).toBe(tokensCss());
    expect(readFileSync(path.join(src, 'styles/icons.css'), 'utf8')).toBe(iconsCss());
  });

  const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.css') && !name.startsWith('styles'))
    // On paper black is black: what is printed has colours of its own.
    .map(
      name =>
        [name, readFileSync(path.join(src, name), 'utf8').replace(/@media print[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')] as const,
    );

  test.each(sheets)('%s takes its colours and type from the tokens', (_, css) => {
    expect(css).not.toMatch(/#[0-9a-fA-F]{3,8}\b/);
    expect(css).not.toMatch(/font-size:\s*\d/);
    expect(css).not.toMatch(/:active/);
  });

  test.each(sheets)('%s uses only tokens that exist', (_, css) => {
    const known = new Set(tokensCss().match(/--[a-z0-9-]+(?=:)/g));
    const own = new Set(css.match(/--[a-z0-9-]+(?=:)/g));
    const used = [...css.matchAll(/var\((--[a-z0-9-]+)/g)].map(match => match[1]!);
    expect(used.filter(name => !known.has(name) && !own.has(name) && name !== '--outline')).toEqual([]);
  });
});
