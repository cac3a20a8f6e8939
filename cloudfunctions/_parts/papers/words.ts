/** Blocks of words alone, as Word writes them. */
import type { Block } from '../../_shared/papers/types';
import { shares } from './table';
import { type Look, paragraphs, table } from './xml';

const GREY = '#5b616b';

/** Word wants a paragraph at the end of a cell, and between two tables. */
export const ENDING = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/** What a block says of its own look. */
export const defined = (style: Partial<Look>): Partial<Look> =>
  Object.fromEntries(
    (['face', 'size', 'color', 'align', 'leading'] as const).flatMap(key =>
      style[key] === undefined ? [] : [[key, style[key]]],
    ),
  );

export function paragraphOf(block: Extract<Block, { kind: 'paragraph' }>, look: Look, narrow: boolean): string {
  const own: Look = { ...look, ...defined(block) };
  const usual = narrow || own.align === 'center' || own.align === 'right' ? 0 : 2;
  return paragraphs(block.text, { ...own, indent: block.indent ?? usual, after: block.after ?? 1 });
}

const HEADINGS = { 1: [22, 4, 6], 2: [14, 5, 2.5], 3: [12, 3, 1.5] } as const;

export function headingOf({ level, text, align }: Extract<Block, { kind: 'heading' }>, look: Look): string {
  const [size, before, after] = HEADINGS[level];
  const own: Look = {
    ...look,
    face: 'heiBold',
    size,
    before,
    after,
    leading: 1.4,
    align: align ?? (level === 1 ? 'center' : 'left'),
  };
  return paragraphs(text, { ...own, keep: true, style: `Heading${level}` });
}

export function tableOf(block: Extract<Block, { kind: 'table' }>, look: Look, width: number): string {
  const own: Look = { ...look, size: Math.min(look.size, 10.5), leading: 1.35, align: 'left', ...defined(block) };
  const head = block.columns.map(column => ({
    content: paragraphs(column.title, { ...own, face: 'heiBold', align: 'center' }),
    fill: '#eef0f3',
  }));
  const rows = block.rows.map(row =>
    block.columns.map((column, at) => ({ content: paragraphs(row[at] ?? '', { ...own, align: column.align ?? own.align }) })),
  );
  const widths = shares(
    block.columns.map(column => column.width),
    width,
  );
  return table({ widths, rows: [head, ...rows], lines: true, head: true }) + ENDING;
}

export function factsOf(block: Extract<Block, { kind: 'facts' }>, look: Look, width: number): string {
  const left = block.labelWidth ?? 28;
  const own: Look = { ...look, align: 'left', ...defined(block) };
  const rows = block.rows.map(([label, value]) => [
    { content: paragraphs(label, { ...own, face: 'hei', color: GREY }) },
    { content: paragraphs(value, own) },
  ]);
  return table({ widths: [left, width - left], rows, lines: false }) + ENDING;
}
