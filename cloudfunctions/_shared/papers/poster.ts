/** Posters for lifts, doors and boards: read from two metres by people of eighty. */
import type { Block, Color, Paper, PictureBytes } from './types';

export type Poster = {
  /** The community, at the head. */
  from: string;
  /** What kind of word it is: 通知, 活动, 寻人. */
  mark?: string;
  title: string;
  /** A few short sentences; every paragraph its own line. */
  text?: string;
  /** 时间, 地点, 费用: said large. */
  facts?: readonly (readonly [label: string, value: string])[];
  picture?: PictureBytes;
  qr?: { text: string; caption: string };
  /** Who to ask, by voice too: not everybody scans. */
  ask?: string;
  color?: Color;
  size?: 'A4' | 'A3' | 'A5';
  date?: string;
};

const GREEN: Color = '#1f6b57';

/** The sheet against A4, on which the sizes below were chosen. */
const SCALE = { A3: Math.SQRT2, A4: 1, A5: Math.SQRT1_2 } as const;

/** The longer the title, the smaller, down to two centimetres a character on A4. */
const titleSize = (title: string): number => {
  const longest = Math.max(...title.split('\n').map(line => line.length));
  return longest <= 4 ? 104 : longest <= 5 ? 84 : longest <= 7 ? 64 : longest <= 9 ? 52 : 46;
};

const footOf = ({ qr, ask }: Poster, scale: number): Block[] => {
  const words: Block[] = [];
  if (qr) words.push({ kind: 'paragraph', text: qr.caption, size: 24 * scale, face: 'heiBold', align: 'left', leading: 1.35 });
  if (ask) words.push({ kind: 'paragraph', text: ask, size: 18 * scale, align: 'left', indent: 0, leading: 1.5 });
  if (!qr) return words;
  const code: Block = { kind: 'qr', text: qr.text, size: 52 * scale, align: 'left' };
  return [
    {
      kind: 'beside',
      gap: 8 * scale,
      middle: true,
      columns: [
        { width: 52, blocks: [code] },
        { width: 110, blocks: words },
      ],
    },
  ];
};

const headOf = ({ from, mark, color = GREEN }: Poster, scale: number): Block => {
  const words = mark ? `${from} · ${mark}` : from;
  const said: Block = {
    kind: 'paragraph',
    text: words,
    size: 24 * scale,
    face: 'heiBold',
    color: '#ffffff',
    align: 'center',
    after: 0,
  };
  return { kind: 'box', blocks: [said], fill: color, bleed: true, padding: 5 * scale, height: 26 * scale };
};

const bodyOf = ({ title, text, facts = [], picture }: Poster, scale: number): Block[] => {
  const large = facts.length > 0 || picture ? 26 : 34;
  const align = (text ?? '').length > 24 ? 'left' : 'center';
  const body: Block[] = [
    { kind: 'paragraph', text: title, size: titleSize(title) * scale, face: 'heiBold', align: 'center', leading: 1.25, after: 0 },
    { kind: 'space', height: 6 * scale },
  ];
  if (text) body.push({ kind: 'paragraph', text, size: large * scale, align, indent: 0, leading: 1.5 });
  if (picture) body.push({ kind: 'picture', bytes: picture, width: 160 * scale, height: 75 * scale });
  return body;
};

/** On one sheet, whatever is said: a long text is set smaller. */
export function posterPaper(poster: Poster): Paper {
  const { title, facts = [], size = 'A4', color = GREEN, date } = poster;
  const scale = SCALE[size];
  const foot = footOf(poster, scale);
  const line: Block[] = [
    { kind: 'rule', color, thickness: 2 * scale },
    { kind: 'space', height: 4 * scale },
  ];
  return {
    title: title.replace(/\n/g, ''),
    size,
    date,
    onePage: true,
    margins: { top: 0, right: 20 * scale, bottom: 16 * scale, left: 20 * scale },
    style: { face: 'hei', leading: 1.5 },
    blocks: [
      headOf(poster, scale),
      { kind: 'fill' },
      ...bodyOf(poster, scale),
      { kind: 'fill' },
      ...(facts.length > 0
        ? [{ kind: 'facts', rows: facts, labelWidth: 26 * scale, size: 28 * scale, leading: 1.5 } as const]
        : []),
      { kind: 'fill' },
      ...(foot.length > 0 ? [...line, ...foot] : []),
    ],
  };
}
