/** Blocks as Word's own paragraphs and tables. What Word cannot draw (codes, plots) is put in as a picture. */
import type { Align, Block, Paper, PictureBytes, Signature } from '../../_shared/papers/types';
import { layOutBlock, marginsOf, SIZES } from './layout';
import { MM } from './ops';
import { pixelsOf, type Turn } from './pixels';
import { drawPng } from './png';
import { shares } from './table';
import { defined, ENDING, factsOf, headingOf, paragraphOf, tableOf } from './words';
import { type Look, paragraph, paragraphs, picture, run, table, type WordCell } from './xml';

/** Pixels of a millimetre in pictures that we draw: 300 a square inch. */
const SHARP = 300 / 25.4;

export type Media = { bytes: PictureBytes; kind: 'png' | 'jpeg' };

/** A document being written, with the pictures it needs. */
export class Writer {
  /** Relation `rId1` is the footer; pictures follow. */
  readonly media: Media[] = [];

  async body(paper: Paper): Promise<string> {
    const look: Look = { face: 'hei', size: 11, align: 'justify', leading: 1.6, ...paper.style };
    const margins = marginsOf(paper);
    return this.blocks(paper.blocks, look, SIZES[paper.size ?? 'A4'][0] - margins.left - margins.right, false);
  }

  private async blocks(blocks: readonly Block[], look: Look, width: number, narrow: boolean): Promise<string> {
    const parts: string[] = [];
    for (const block of blocks) parts.push(await this.block(block, look, width, narrow));
    return parts.join('');
  }

  private async block(block: Block, look: Look, width: number, narrow: boolean): Promise<string> {
    switch (block.kind) {
      case 'heading':
        return headingOf(block, look);
      case 'paragraph':
        return paragraphOf(block, look, narrow);
      case 'table':
        return tableOf(block, look, width);
      case 'facts':
        return factsOf(block, look, width);
      case 'picture':
        return this.picture(block.bytes, block, look, width);
      case 'qr':
        return this.drawn(
          { ...block, caption: undefined },
          { width: block.size, caption: block.caption, align: block.align },
          look,
        );
      case 'bars':
        return this.drawn(block, { width: Math.min(width, 150) }, look);
      case 'signatures':
        return this.signatures(block.lines, look, width);
      case 'newPage':
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
      case 'space':
        return paragraph('', { ...look, size: 1, leading: 1, before: block.height });
      case 'beside':
        return this.cells(
          block.columns.map(column => column.blocks),
          block.columns.map(column => column.width),
          { look, width },
        );
      case 'box':
        return this.cells([block.blocks], [1], { look: { ...look, ...defined(block) }, width, fill: block.fill });
      case 'grid':
        return this.grid(block, look);
      case 'fill':
      case 'rule':
      case 'seal':
        // A line of ours has no counterpart; a seal belongs on the paper that is kept, not on one that can be changed.
        return '';
    }
  }

  private add(bytes: PictureBytes): number {
    this.media.push({ bytes, kind: pixelsOf(bytes).kind });
    return this.media.length + 1;
  }

  private async picture(
    bytes: PictureBytes,
    most: { width: number; height?: number; caption?: string; align?: Align },
    look: Look,
    room: number,
  ): Promise<string> {
    const pixels = pixelsOf(bytes);
    const scale = Math.min(most.width / pixels.width, room / pixels.width, (most.height ?? 220) / pixels.height);
    const size = { width: pixels.width * scale, height: pixels.height * scale, turn: pixels.turn };
    const shown = paragraph(picture(this.add(bytes), size), {
      ...look,
      align: most.align ?? 'center',
      keep: most.caption !== undefined,
    });
    return most.caption
      ? shown + paragraphs(most.caption, { ...look, align: most.align ?? 'center', size: 9.5, after: 2 })
      : shown;
  }

  /** What Word cannot draw, as we would set it. */
  private async drawn(block: Block, as: { width: number; caption?: string; align?: Align }, look: Look): Promise<string> {
    const png = await drawPng(layOutBlock(block, as.width * MM), Math.round(as.width * SHARP));
    return this.picture(png, as, look, as.width);
  }

  private async signatures(lines: readonly Signature[], look: Look, width: number): Promise<string> {
    const rows = lines.map(({ label, picture: signed, date }) => {
      const own: Look = { ...look, align: 'left' };
      const hand = signed ? picture(this.add(signed), handSize(signed)) : run('＿＿＿＿＿＿＿＿＿＿', own);
      return (
        paragraph(run(label, own) + hand, { ...own, before: 4 }) +
        paragraph(run(`日期：${date ?? '　　　　年　　月　　日'}`, own), own)
      );
    });
    const pairs: WordCell[][] = [];
    for (let at = 0; at < rows.length; at += 2) pairs.push([{ content: rows[at]! }, { content: rows[at + 1] ?? '<w:p/>' }]);
    return table({ widths: [width / 2, width / 2], rows: pairs, lines: false }) + paragraph('', { ...look, size: 2 });
  }

  private async cells(
    columns: readonly (readonly Block[])[],
    widths: readonly number[],
    { look, width, fill }: { look: Look; width: number; fill?: string },
  ): Promise<string> {
    const wide = shares(widths, width);
    const row: WordCell[] = [];
    for (const [at, blocks] of columns.entries())
      row.push({ content: (await this.blocks(blocks, look, wide[at]! - 4, true)) + ENDING, fill });
    return table({ widths: wide, rows: [row], lines: false }) + ENDING;
  }

  private async grid({ sheet, cells }: Extract<Block, { kind: 'grid' }>, look: Look): Promise<string> {
    const rows: WordCell[][] = [];
    for (let at = 0; at < cells.length; at += sheet.columns) {
      const row: WordCell[] = [];
      for (let column = 0; column < sheet.columns; column++)
        row.push({ content: (await this.blocks(cells[at + column] ?? [], look, sheet.width - 4, true)) + ENDING });
      rows.push(row);
    }
    return (
      table({ widths: Array.from({ length: sheet.columns }, () => sheet.width), rows, lines: sheet.frame ?? false }) + ENDING
    );
  }
}

const handSize = (bytes: PictureBytes): { width: number; height: number; turn: Turn } => {
  const pixels = pixelsOf(bytes);
  const scale = Math.min(36 / pixels.width, 12 / pixels.height);
  return { width: pixels.width * scale, height: pixels.height * scale, turn: pixels.turn };
};
