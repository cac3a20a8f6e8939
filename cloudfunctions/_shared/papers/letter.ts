/** Papers with legal weight: agreements, notices, receipts, records. */
import type { Block, Column, Paper, PictureBytes, Signature } from './types';

export type Section = {
  heading?: string;
  text?: string;
  facts?: readonly (readonly [label: string, value: string])[];
  table?: { columns: readonly Column[]; rows: readonly (readonly string[])[] };
};

export type Letter = {
  title: string;
  /** 幸福里调字〔2026〕第 13 号 */
  number?: string;
  /** Who it goes to, set without indentation: 王桂兰： */
  to?: string;
  sections: readonly Section[];
  signatures?: readonly Signature[];
  /** Who issues it, at the lower right, and on which day. */
  issuer?: { name: string; day: string; seal?: PictureBytes };
  /** To check a print against the record. */
  qr?: { text: string; caption: string };
  footer?: string;
  date?: string;
};

export const sectionBlocks = ({ heading, text, facts, table }: Section): Block[] => [
  ...(heading ? [{ kind: 'heading', level: 2, text: heading } as const] : []),
  ...(facts ? [{ kind: 'facts', rows: facts } as const] : []),
  ...(text ? [{ kind: 'paragraph', text } as const] : []),
  ...(table ? [{ kind: 'table', ...table } as const] : []),
];

const issuerBlocks = ({ name, day, seal }: NonNullable<Letter['issuer']>): Block[] => [
  { kind: 'space', height: 10 },
  {
    kind: 'box',
    padding: 0,
    align: 'right',
    blocks: [
      { kind: 'paragraph', text: `${name}\n${day}` },
      ...(seal ? [{ kind: 'seal', bytes: seal, size: 40, right: 24, up: 7 } as const] : []),
    ],
  },
];

/** 宋体 小四, headings in 黑体, first lines indented by two characters, pages numbered. */
export function letterPaper({ title, number, to, sections, signatures, issuer, qr, footer, date }: Letter): Paper {
  return {
    title,
    date,
    style: { face: 'song', size: 12, leading: 1.75 },
    footer: { left: footer, right: '第 {page} 页　共 {pages} 页' },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(number ? [{ kind: 'paragraph', text: number, align: 'right', after: 4 } as const] : []),
      ...(to ? [{ kind: 'paragraph', text: to, indent: 0 } as const] : []),
      ...sections.flatMap(sectionBlocks),
      ...(signatures ? [{ kind: 'signatures', lines: signatures, columns: 2 } as const] : []),
      ...(issuer ? issuerBlocks(issuer) : []),
      ...(qr
        ? [
            { kind: 'space', height: 6 } as const,
            { kind: 'qr', text: qr.text, size: 26, align: 'left', caption: qr.caption } as const,
          ]
        : []),
    ],
  };
}
