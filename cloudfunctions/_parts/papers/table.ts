/** Tables, lists of label and value, and plots of bars. */
import type { Block, Color } from '../../_shared/papers/types';
import { blank, type Mark, MM, moved, type Strip, stacked } from './ops';
import { type Room, styled, textStrips } from './text';

const LINE: Color = '#8a8f99';
const HEAD: Color = '#eef0f3';
const GREY: Color = '#5b616b';
const PAD_X = 1.6 * MM;
const PAD_Y = 1.1 * MM;
const HAIR = 0.5;

type Table = Extract<Block, { kind: 'table' }>;
type Cell = { strips: Strip[]; x: number; width: number };

/** Widths that fill the room, in proportion. */
export function shares(widths: readonly number[], total: number): number[] {
  const sum = widths.reduce((all, width) => all + width, 0) || 1;
  return widths.map(width => (width / sum) * total);
}

function frameOf(cells: readonly Cell[], height: number, plain: boolean, fill?: Color): Mark[] {
  if (plain) {
    const last = cells.at(-1)!;
    const width = last.x + last.width;
    const line: Mark = { kind: 'rect', x: 0, y: height - HAIR / 2, width, height: HAIR, fill: LINE };
    return fill ? [{ kind: 'rect', x: 0, y: 0, width, height, fill }, line] : [line];
  }
  return cells.map(({ x, width }) => ({ kind: 'rect', x, y: 0, width, height, fill, stroke: LINE, thickness: HAIR }));
}

function rowStrip(cells: readonly Cell[], plain: boolean, fill?: Color): Strip {
  const bodies = cells.map(cell => stacked(cell.strips));
  const height = Math.max(...bodies.map(body => body.height)) + 2 * PAD_Y;
  const marks = bodies.flatMap(({ marks: own, height: tall }, at) => {
    const down = fill ? (height - tall) / 2 : PAD_Y;
    return own.map(mark => moved(mark, cells[at]!.x + PAD_X, down));
  });
  return { height, marks: [...frameOf(cells, height, plain, fill), ...marks] };
}

/** A row taller than half a page goes on in a row below, so that it may be parted there. */
function rowsOf(cells: readonly Cell[], tallest: number): Cell[][] {
  const parts: Cell[][] = [];
  let rest = cells;
  while (rest.some(cell => cell.strips.length > 0)) {
    const first = rest.map(cell => {
      let height = 0;
      const until = cell.strips.findIndex(strip => {
        height += strip.height;
        return height > tallest;
      });
      return { ...cell, strips: until < 0 ? cell.strips : cell.strips.slice(0, Math.max(1, until)) };
    });
    parts.push(first);
    rest = rest.map((cell, at) => ({ ...cell, strips: cell.strips.slice(first[at]!.strips.length) }));
  }
  return parts;
}

/** @param tallest a row in one piece, in points. */
export function tableStrips(table: Table, outer: Room, tallest: number): Strip[] {
  const room = styled({ ...outer, size: Math.min(outer.size, 10.5), leading: 1.35, align: 'left' }, table);
  const widths = shares(
    table.columns.map(column => column.width),
    room.width,
  );
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const cellsOf = (texts: readonly string[], style: (at: number) => Partial<Room>): Cell[] =>
    widths.map((width, at) => ({
      x: starts[at]!,
      width,
      strips: textStrips(texts[at] ?? '', { ...room, ...style(at), width: width - 2 * PAD_X }),
    }));
  const titles = cellsOf(
    table.columns.map(column => column.title),
    () => ({ face: 'heiBold', align: 'center' }),
  );
  const plain = table.plain ?? false;
  const head: Strip = { ...rowStrip(titles, plain, HEAD), keep: true };
  const rows = table.rows.flatMap(row =>
    rowsOf(
      cellsOf(row, at => ({ align: table.columns[at]?.align ?? room.align })),
      tallest,
    ).map(cells => ({ ...rowStrip(cells, plain), head })),
  );
  return [blank(1.5 * MM), head, ...rows, blank(3 * MM)];
}

/** Label in grey, value beside it; no lines, so that a letter stays a letter. */
export function factsStrips(block: Extract<Block, { kind: 'facts' }>, outer: Room): Strip[] {
  const room = styled({ ...outer, align: 'left', leading: Math.min(outer.leading, 1.5) }, block);
  const left = (block.labelWidth ?? 28) * MM;
  const strips = block.rows.flatMap(([label, value]): Strip[] => {
    const name = textStrips(label, { ...room, face: 'hei', color: GREY, width: left - PAD_X });
    const says = textStrips(value, { ...room, width: room.width - left }).map(strip => ({
      ...strip,
      marks: strip.marks.map(mark => moved(mark, left, 0)),
    }));
    const [first, ...rest] = says;
    if (name.length === 1) return [{ ...first!, marks: [...name[0]!.marks, ...first!.marks] }, ...rest];
    const [labelled, valued] = [stacked(name), stacked(says)];
    return [{ height: Math.max(labelled.height, valued.height), marks: [...labelled.marks, ...valued.marks] }];
  });
  return room.narrow ? strips : [...strips, blank(2 * MM)];
}

const BAR: Color = '#2f6f5e';

/** Bars of one scale from zero; the number stands behind its bar. */
export function barsStrips(block: Extract<Block, { kind: 'bars' }>, outer: Room): Strip[] {
  const room: Room = { ...outer, face: 'hei', size: 9.5, leading: 1.3, align: 'left' };
  const [labels, numbers] = [Math.min(38 * MM, room.width * 0.3), 24 * MM];
  const most = Math.max(...block.rows.map(row => row.value), 1e-9);
  const rows = block.rows.map(({ label, value }): Strip => {
    const name = stacked(textStrips(label, { ...room, align: 'right', width: labels - 2 * MM }));
    const said = stacked(textStrips(`${value}${block.unit ?? ''}`, { ...room, width: numbers }));
    const height = Math.max(name.height, 6.2 * MM);
    const long = Math.max(0, value / most) * (room.width - labels - numbers);
    const bar: Mark = {
      kind: 'rect',
      x: labels,
      y: height / 2 - 2 * MM,
      width: Math.max(long, 0.6),
      height: 4 * MM,
      fill: block.color ?? BAR,
    };
    const middle = (body: { height: number; marks: Mark[] }, x: number) =>
      body.marks.map(mark => moved(mark, x, (height - body.height) / 2));
    return { height, marks: [bar, ...middle(name, 0), ...middle(said, labels + long + 2 * MM)], keep: true };
  });
  if (rows.length > 0) rows.at(-1)!.keep = false;
  const title = block.title
    ? textStrips(block.title, { ...room, face: 'heiBold', size: 10.5 }).map(strip => ({ ...strip, keep: true }))
    : [];
  return [...title, ...rows, blank(4 * MM)];
}
