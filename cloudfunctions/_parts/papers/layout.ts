/** Puts the blocks of a paper on pages. */
import type { Block, Paper } from '../../_shared/papers/types';
import { blank, type Layout, type Mark, MM, moved, type Strip, stacked } from './ops';
import { marginMarks, paginate } from './pages';
import { pictureStrips, qrStrips, sealStrip, signaturesStrips } from './picture';
import { barsStrips, factsStrips, shares, tableStrips } from './table';
import { headingStrips, paragraphStrips, type Room, styled } from './text';

export const SIZES = { A4: [210, 297], 'A4 landscape': [297, 210], A3: [297, 420], A5: [148, 210] } as const;
const MARGINS = { top: 25, right: 27, bottom: 25, left: 27 };
const INK = '#1a1d21';

export const marginsOf = (paper: Pick<Paper, 'margins'>) => paper.margins ?? MARGINS;

/** What a block is set into: the room for its lines, and the sheet around it for what reaches its edges. */
type Place = { room: Room; tallest: number; bleed: { left: number; width: number } };

function stripsOf(block: Block, place: Place): Strip[] {
  const { room, tallest } = place;
  switch (block.kind) {
    case 'heading':
      return headingStrips(block, room);
    case 'paragraph':
      return paragraphStrips(block, room);
    case 'table':
      return tableStrips(block, room, tallest / 2);
    case 'facts':
      return factsStrips(block, room);
    case 'picture':
      return pictureStrips(block, room, tallest * 0.9);
    case 'qr':
      return qrStrips(block, room);
    case 'signatures':
      return signaturesStrips(block, room);
    case 'seal':
      return [sealStrip(block, room)];
    case 'newPage':
      return [{ height: 0, marks: [], turn: true }];
    case 'space':
      return [blank(block.height * MM)];
    case 'fill':
      return [{ height: 0, marks: [], fill: true }];
    case 'rule':
      return [ruleStrip(block, room)];
    case 'bars':
      return barsStrips(block, room);
    case 'beside':
      return [besideStrip(block, place)];
    case 'box':
      return [boxStrip(block, place)];
    case 'grid':
      return gridStrips(block, place);
  }
}

const flow = (blocks: readonly Block[], place: Place): Strip[] => blocks.flatMap(block => stripsOf(block, place));

function ruleStrip(block: Extract<Block, { kind: 'rule' }>, room: Room): Strip {
  const height = block.thickness ?? 0.6;
  const mark: Mark = { kind: 'rect', x: 0, y: 2 * MM, width: room.width, height, fill: block.color ?? '#8a8f99' };
  return { height: 4 * MM + height, marks: [mark] };
}

function besideStrip(block: Extract<Block, { kind: 'beside' }>, place: Place): Strip {
  const gap = (block.gap ?? 4) * MM;
  const widths = shares(
    block.columns.map(column => column.width),
    place.room.width - gap * (block.columns.length - 1),
  );
  const bodies = block.columns.map((column, at) =>
    stacked(flow(column.blocks, { ...place, room: { ...place.room, width: widths[at]!, narrow: true } })),
  );
  const height = Math.max(...bodies.map(body => body.height));
  let x = 0;
  const marks = bodies.flatMap((body, at) => {
    const left = x;
    x += widths[at]! + gap;
    return body.marks.map(mark => moved(mark, left, block.middle ? (height - body.height) / 2 : 0));
  });
  return { height, marks };
}

function boxStrip(block: Extract<Block, { kind: 'box' }>, place: Place): Strip {
  const padding = (block.padding ?? 4) * MM;
  const { room, bleed } = place;
  const inner: Room = { ...styled(room, block), width: room.width - (block.bleed ? 0 : 2 * padding), narrow: true };
  const body = stacked(flow(block.blocks, { ...place, room: inner }));
  const height = Math.max(body.height + 2 * padding, (block.height ?? 0) * MM);
  const [x, width] = block.bleed ? [-bleed.left, bleed.width] : [0, room.width];
  const ground: Mark[] =
    block.fill || block.stroke
      ? [{ kind: 'rect', x, y: 0, width, height, fill: block.fill, stroke: block.stroke, thickness: 0.8 }]
      : [];
  const down = (height - body.height) / 2;
  return { height, marks: [...ground, ...body.marks.map(mark => moved(mark, block.bleed ? 0 : padding, down))] };
}

/** What is too large for its cell is set smaller, down to this. */
const SMALLEST = 0.5;

function cellMarks(blocks: readonly Block[], sheet: Extract<Block, { kind: 'grid' }>['sheet'], place: Place): Mark[] {
  const padding = (sheet.padding ?? 3) * MM;
  const [width, height] = [sheet.width * MM - 2 * padding, sheet.height * MM - 2 * padding];
  for (let scale = 1; ; scale -= 0.05) {
    // Set into a larger room and then made smaller: pictures and codes shrink as letters do.
    const room: Room = { ...place.room, width: width / scale, narrow: true };
    const body = stacked(flow(blocks, { room, tallest: height / scale, bleed: { left: 0, width: width / scale } }));
    if (body.height * scale > height && scale > SMALLEST) continue;
    const down = Math.max(0, (height - body.height * scale) / 2);
    return body.marks.filter(mark => mark.y * scale <= height).map(mark => moved(scaled(mark, scale), padding, padding + down));
  }
}

function scaled(mark: Mark, by: number): Mark {
  const at = { x: mark.x * by, y: mark.y * by };
  if (mark.kind === 'text') return { ...mark, ...at, size: mark.size * by, gap: mark.gap * by };
  if (mark.kind === 'squares') return { ...mark, ...at, side: mark.side * by };
  return { ...mark, ...at, width: mark.width * by, height: mark.height * by };
}

/** A strip for each row of cells, the grid in the middle of the sheet's width. */
function gridStrips({ sheet, cells }: Extract<Block, { kind: 'grid' }>, place: Place): Strip[] {
  const wide = sheet.columns * sheet.width + (sheet.columns - 1) * sheet.gapX;
  const left = (place.room.width - wide * MM) / 2;
  const strips: Strip[] = [];
  for (let at = 0; at < cells.length; at += sheet.columns) {
    const row = Math.floor(at / sheet.columns) % sheet.rows;
    if (row === 0 && at > 0) strips.push({ height: 0, marks: [], turn: true });
    if (row > 0) strips.push(blank(sheet.gapY * MM));
    const marks = cells.slice(at, at + sheet.columns).flatMap((blocks, column) => {
      const x = left + column * (sheet.width + sheet.gapX) * MM;
      const [width, height] = [sheet.width * MM, sheet.height * MM];
      const frame: Mark[] = sheet.frame ? [{ kind: 'rect', x, y: 0, width, height, stroke: '#b9bec7', thickness: 0.4 }] : [];
      return [...frame, ...cellMarks(blocks, sheet, place).map(mark => moved(mark, x, 0))];
    });
    strips.push({ height: sheet.height * MM, marks });
  }
  return strips;
}

type Setting = Pick<Paper, 'size' | 'margins' | 'style' | 'onePage' | 'header' | 'footer'>;

/** Strips on pages, with header and footer. What must be one page is set on larger sheets that are then made smaller, until it is. */
function setPages(paper: Setting, strips: (place: Place) => Strip[]): Layout {
  for (let scale = 1; ; scale -= 0.05) {
    const { width, height, pages } = setOn(paper, strips, MM / scale);
    if (paper.onePage && pages.length > 1 && scale > SMALLEST) continue;
    if (scale === 1) return { width, height, pages };
    const smaller = pages.map(page => ({ ...page, marks: page.marks.map(mark => scaled(mark, scale)) }));
    const [wide, tall] = SIZES[paper.size ?? 'A4'];
    return { width: wide * MM, height: tall * MM, pages: smaller };
  }
}

/** @param mm a millimetre of the sheet, in the points of its type. */
function setOn(paper: Setting, strips: (place: Place) => Strip[], mm: number): Layout {
  const [width, height] = SIZES[paper.size ?? 'A4'].map(side => side * mm) as [number, number];
  const margins = marginsOf(paper);
  const [left, top, wide] = [margins.left * mm, margins.top * mm, width - (margins.left + margins.right) * mm];
  const tall = height - (margins.top + margins.bottom) * mm;
  const usual: Room = { face: 'hei', size: 11, color: INK, align: 'justify', leading: 1.6, width: wide, narrow: false };
  const place: Place = { room: styled(usual, paper.style ?? {}), tallest: tall, bleed: { left, width } };
  const pages = paginate(strips(place), { left, top, height: tall });
  const lines = { left, width: wide };
  pages.forEach((page, at) => {
    page.marks.push(...marginMarks(paper.header, (margins.top / 2) * mm, lines, at + 1, pages.length));
    page.marks.push(...marginMarks(paper.footer, height - (margins.bottom * mm) / 2, lines, at + 1, pages.length));
  });
  return { width, height, pages };
}

export const layOutStrips = (paper: Setting, strips: (room: Room) => Strip[]): Layout =>
  setPages(paper, place => strips(place.room));

/** @param within a binder, whose footer takes the place of the paper's own. */
export function layOut(paper: Paper, within?: 'binder'): Layout {
  return setPages(within ? { ...paper, footer: undefined } : paper, place => flow(paper.blocks, place));
}

/** One block alone, to become a picture. @param width in points. */
export function layOutBlock(block: Block, width: number): { width: number; height: number; marks: Mark[] } {
  const room: Room = { face: 'hei', size: 11, color: INK, align: 'left', leading: 1.6, width, narrow: true };
  return { width, ...stacked(stripsOf(block, { room, tallest: 700, bleed: { left: 0, width } })) };
}
