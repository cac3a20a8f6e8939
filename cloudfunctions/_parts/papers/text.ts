/** Headings and paragraphs as strips of one line each. */
import type { Align, Block, Color, Face, TextStyle } from '../../_shared/papers/types';
import { fontOf } from './font';
import { type Line, linesOf } from './lines';
import { blank, type Strip } from './ops';

/** Style with nothing left open, and the width to be filled, in points. `narrow`: a cell or a box, where the first line is not indented. */
export type Room = { face: Face; size: number; color: Color; align: Align; leading: number; width: number; narrow: boolean };

export const styled = (room: Room, style: TextStyle): Room => ({
  ...room,
  face: style.face ?? room.face,
  size: style.size ?? room.size,
  color: style.color ?? room.color,
  align: style.align ?? room.align,
  leading: style.leading ?? room.leading,
});

/** The letters stand in the middle of their line, whatever the line's height. */
function baseline(room: Room): number {
  const { ascent, descent, perEm } = fontOf(room.face);
  const letters = ((ascent - descent) / perEm) * room.size;
  return (room.leading * room.size - letters) / 2 + (ascent / perEm) * room.size;
}

function lineStrip(line: Line, room: Room, indent: number): Strip {
  const free = room.width - indent - line.width;
  const x = indent + (room.align === 'center' ? free / 2 : room.align === 'right' ? free : 0);
  const { face, size, color } = room;
  const marks =
    line.parts.length === 0
      ? []
      : [{ kind: 'text' as const, x, y: baseline(room), parts: line.parts, gap: line.gap, face, size, color }];
  return { height: room.leading * room.size, marks };
}

/** @param indent of the first line of each paragraph, in points. */
export function textStrips(text: string, room: Room, indent = 0): Strip[] {
  const { face, size, width } = room;
  return text.split('\n').flatMap(paragraph => {
    const lines = linesOf(paragraph, { face, size, width, indent, justify: room.align === 'justify' });
    const strips = lines.map((line, at) => lineStrip(line, room, at === 0 ? indent : 0));
    // No line of a paragraph is alone at the foot of a page or at the head of the next.
    if (strips.length > 1) for (const at of [0, strips.length - 2]) strips[at]!.keep = true;
    return strips;
  });
}

export function paragraphStrips(block: Extract<Block, { kind: 'paragraph' }>, outer: Room): Strip[] {
  const room = styled(outer, block);
  const usual = room.narrow || room.align === 'center' || room.align === 'right' ? 0 : 2;
  const strips = textStrips(block.text, room, (block.indent ?? usual) * room.size);
  const after = block.after ?? (room.narrow ? 0 : 1);
  return after > 0 ? [...strips, blank((after * 72) / 25.4)] : strips;
}

const HEADINGS = {
  1: { size: 22, before: 4, after: 6 },
  2: { size: 14, before: 5, after: 2.5 },
  3: { size: 12, before: 3, after: 1.5 },
} as const;

export function headingStrips(block: Extract<Block, { kind: 'heading' }>, outer: Room): Strip[] {
  const { size, before, after } = HEADINGS[block.level];
  const align = block.align ?? (block.level === 1 ? 'center' : 'left');
  const strips = textStrips(block.text, { ...outer, face: 'heiBold', size, align, leading: 1.4 });
  for (const strip of strips) strip.keep = true;
  if (block.level === 2) strips[0]!.anchor = block.text.replace(/\n/g, ' ');
  return [blank((before * 72) / 25.4), ...strips, { ...blank((after * 72) / 25.4), keep: true }];
}
