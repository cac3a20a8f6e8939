/**
 * The one source of every colour, size and distance on the screen. `tokens.css` is written from it (`npx tsx config/scripts/styles.ts`)
 * and a test keeps the two equal. Sizes are px at a design width of 750: Taro turns them into rpx on the phone and rem on the web.
 */

const light = {
  text: '#1A1D1F',
  text2: '#4A5056',
  text3: '#5F666C',
  border: '#858C93',
  hairline: '#E3E6E8',
  page: '#F4F6F5',
  card: '#FFFFFF',
  track: '#E8EBEA',
  primary: '#0B7A5C',
  'primary-pressed': '#075E47',
  'primary-weak': '#E3F3EE',
  'primary-ink': '#075E47',
  'on-primary': '#FFFFFF',
  accent: '#B53C09',
  'accent-weak': '#FFF1E6',
  danger: '#C81E1E',
  'danger-pressed': '#9F1414',
  'danger-weak': '#FDECEC',
  'danger-ink': '#B01717',
  'on-danger': '#FFFFFF',
  warning: '#6B4300',
  'warning-weak': '#FFF6DB',
  info: '#164A96',
  'info-weak': '#E8F0FD',
  success: '#177036',
  'success-weak': '#E6F5EA',
  neutral: '#4A5056',
  'neutral-weak': '#EDEFF0',
  sos: '#A80F0F',
  'on-sos': '#FFFFFF',
  aloud: '#FFD84D',
  'on-aloud': '#111111',
};

export type ColourName = keyof typeof light;
type Palette = Record<ColourName, string>;

const dark: Palette = {
  text: '#ECEFEE',
  text2: '#C3CAC7',
  text3: '#A3ACA9',
  border: '#7C8683',
  hairline: '#2E3534',
  page: '#121615',
  card: '#1C2120',
  track: '#272D2C',
  primary: '#4CC79F',
  'primary-pressed': '#7ADBBC',
  'primary-weak': '#17362D',
  'primary-ink': '#7ADBBC',
  'on-primary': '#06231A',
  accent: '#FFA873',
  'accent-weak': '#38220F',
  danger: '#FF8A80',
  'danger-pressed': '#FFB0A8',
  'danger-weak': '#401A18',
  'danger-ink': '#FFB0A8',
  'on-danger': '#370605',
  warning: '#F5CF66',
  'warning-weak': '#352A0D',
  info: '#A5C8FF',
  'info-weak': '#172B47',
  success: '#80D99A',
  'success-weak': '#153420',
  neutral: '#C3CAC7',
  'neutral-weak': '#2C3231',
  sos: '#A80F0F',
  'on-sos': '#FFFFFF',
  aloud: '#FFD84D',
  'on-aloud': '#111111',
};

/** The elder theme changes only what must be stronger: every pair of it is at least 7:1. */
const elderLight: Palette = {
  ...light,
  text: '#111111',
  text2: '#333A40',
  text3: '#333A40',
  border: '#5F666C',
  hairline: '#C9CED1',
  page: '#FFF9EE',
  track: '#F3EBDC',
  primary: '#075E47',
  'primary-pressed': '#054434',
  'primary-ink': '#054A38',
  accent: '#862B05',
  danger: '#A80F0F',
  'danger-pressed': '#7E0A0A',
  'danger-ink': '#8E0D0D',
  warning: '#5E3B00',
  success: '#0F5226',
  neutral: '#333A40',
};

const elderDark: Palette = {
  ...dark,
  text: '#FFFFFF',
  text2: '#E3E8E6',
  text3: '#D2D9D6',
  border: '#A9B2AF',
  page: '#0B0E0D',
  card: '#161A19',
  primary: '#6FDDB8',
  'primary-pressed': '#A0EBD2',
  'primary-ink': '#A0EBD2',
  accent: '#FFBE96',
  danger: '#FFA69E',
  'danger-ink': '#FFC5BF',
  info: '#BBD6FF',
  success: '#9BE5B0',
};

export const palettes = { light, dark, elderLight, elderDark } as const;
export type ThemeName = keyof typeof palettes;

/** [size, line height]; `number` is an order's number, said aloud and read from a distance. */
type TypeScale = Record<'number' | 'hero' | 'title' | 'section' | 'body' | 'secondary' | 'caption', readonly [number, number]>;

export const type: Record<'standard' | 'elder', TypeScale> = {
  standard: {
    number: [96, 120],
    hero: [44, 60],
    title: [38, 53],
    section: [34, 48],
    body: [32, 48],
    secondary: [28, 42],
    caption: [24, 36],
  },
  elder: {
    number: [112, 140],
    hero: [64, 80],
    title: [56, 76],
    section: [48, 64],
    body: [40, 60],
    secondary: [38, 56],
    caption: [36, 52],
  },
};

/** What is the same in the light and in the dark but differs between standard and elder. */
export const sizes: Record<'standard' | 'elder', Record<string, number>> = {
  standard: {
    'space-1': 8,
    'space-2': 16,
    'space-3': 24,
    'space-4': 32,
    'space-5': 40,
    side: 32,
    'card-pad': 28,
    gap: 20,
    'radius-tag': 10,
    'radius-tile': 20,
    'radius-card': 24,
    'radius-pill': 44,
    target: 88,
    icon: 44,
  },
  elder: { 'card-pad': 32, 'radius-tile': 32, 'radius-card': 32, 'radius-pill': 68, 'radius-tag': 16, target: 136, icon: 64 },
};
