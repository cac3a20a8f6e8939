/** Sheets of labels and cards, for the sticker paper that shops sell and for plain paper to be cut. */
import type { Block, Paper, Sheet } from './types';

/** By the number on the pack: labels of an A4 sheet. */
export const LABELS = {
  /** 70 × 37 mm, edge to edge. */
  24: { columns: 3, rows: 8, width: 70, height: 37, gapX: 0, gapY: 0, padding: 5 },
  /** 63.5 × 38.1 mm. */
  21: { columns: 3, rows: 7, width: 63.5, height: 38.1, gapX: 2.5, gapY: 0, padding: 3 },
  /** 99.1 × 57 mm. */
  10: { columns: 2, rows: 5, width: 99.1, height: 57, gapX: 2.5, gapY: 0, padding: 4 },
} as const satisfies Record<number, Sheet>;

/** As large as a bank card, so that it goes into a purse; ten on a sheet, with lines to cut along. */
export const CARDS: Sheet = { columns: 2, rows: 5, width: 85.6, height: 54, gapX: 4, gapY: 2, padding: 4, frame: true };

/** A sheet in the middle of the paper, cells in rows from the upper left. */
export function sheetPaper(title: string, sheet: Sheet, cells: readonly (readonly Block[])[]): Paper {
  const high = sheet.rows * sheet.height + (sheet.rows - 1) * sheet.gapY;
  const edge = Math.max(0, (297 - high) / 2);
  return {
    title,
    margins: { top: edge, bottom: Math.max(0, 297 - high - edge), left: 0, right: 0 },
    blocks: [{ kind: 'grid', sheet, cells }],
  };
}

export type Label = { title: string; lines: readonly string[]; qr?: string };

/** @param pack labels on a sheet. @param skip labels that are used up already, at the beginning of the first sheet. */
export function labelSheet(
  title: string,
  labels: readonly Label[],
  { pack = 24, skip = 0 }: { pack?: keyof typeof LABELS; skip?: number } = {},
): Paper {
  const sheet = LABELS[pack];
  const code = Math.min(sheet.height - 2 * sheet.padding, 26);
  const cells = labels.map((label): Block[] => {
    const words: Block[] = [
      { kind: 'paragraph', text: label.title, face: 'heiBold', size: 14, align: 'left', leading: 1.3 },
      ...label.lines.map((text): Block => ({ kind: 'paragraph', text, size: 10, align: 'left', leading: 1.4 })),
    ];
    if (!label.qr) return words;
    const columns = [
      { width: sheet.width - 2 * sheet.padding - code - 2, blocks: words },
      { width: code, blocks: [{ kind: 'qr', text: label.qr, size: code } as const] },
    ];
    return [{ kind: 'beside', gap: 2, middle: true, columns }];
  });
  return sheetPaper(title, sheet, [...Array.from({ length: skip }, () => []), ...cells]);
}

export type Card = { from: string; name: string; lines: readonly string[]; qr: string; caption: string; foot?: string };

/** Cards that somebody shows at a counter: the name large, the code beside it. */
export function cardSheet(title: string, cards: readonly Card[]): Paper {
  const cells = cards.map(({ from, name, lines, qr, caption, foot }): Block[] => {
    const words: Block[] = [
      { kind: 'paragraph', text: name, face: 'heiBold', size: 22, align: 'left', leading: 1.3 },
      ...lines.map((text): Block => ({ kind: 'paragraph', text, size: 11, align: 'left', leading: 1.45 })),
    ];
    const code: Block = { kind: 'qr', text: qr, size: 29, caption };
    return [
      { kind: 'paragraph', text: from, size: 10, color: '#1f6b57', face: 'heiBold', align: 'left', after: 1 },
      {
        kind: 'beside',
        gap: 3,
        middle: true,
        columns: [
          { width: 45, blocks: words },
          { width: 29, blocks: [code] },
        ],
      },
      ...(foot ? [{ kind: 'paragraph', text: foot, size: 8.5, color: '#5b616b', align: 'left' } as const] : []),
    ];
  });
  return sheetPaper(title, CARDS, cells);
}
