/** Outlines of glyphs as paths, for pictures. */
import { partsOf } from './embed';
import type { Font } from './font';

type Point = { x: number; y: number; on: boolean };
type Move = { a: number; b: number; c: number; d: number; x: number; y: number };

/** TrueType's packed points: flags with repeats, then steps in x, then in y. */
function contoursOf(outline: Buffer): Point[][] {
  const count = outline.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, i) => outline.readUInt16BE(10 + i * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 12 + count * 2 + outline.readUInt16BE(10 + count * 2);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = outline.readUInt8(at++);
    flags.push(flag);
    if (flag & 8) for (let repeat = outline.readUInt8(at++); repeat > 0; repeat--) flags.push(flag);
  }
  const along = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map(flag => {
      if (flag & short) value += flag & same ? outline.readUInt8(at++) : -outline.readUInt8(at++);
      else if (!(flag & same)) {
        value += outline.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [along(2, 16), along(4, 32)];
  const points = flags.map((flag, i) => ({ x: xs[i]!, y: ys[i]!, on: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1));
}

/** How a part of a composite outline is placed; offsets only, as the packed faces have them, and scales. */
function moveOf(outline: Buffer, place: number): Move {
  const flags = outline.readUInt16BE(place - 2);
  const words = (flags & 1) === 1;
  const [x, y] = words
    ? [outline.readInt16BE(place + 2), outline.readInt16BE(place + 4)]
    : [outline.readInt8(place + 2), outline.readInt8(place + 3)];
  const scales = place + (words ? 6 : 4);
  const scale = (step: number): number => outline.readInt16BE(scales + step) / 16384;
  if (flags & 8) return { a: scale(0), b: 0, c: 0, d: scale(0), x: x!, y: y! };
  if (flags & 0x40) return { a: scale(0), b: 0, c: 0, d: scale(2), x: x!, y: y! };
  if (flags & 0x80) return { a: scale(0), b: scale(2), c: scale(4), d: scale(6), x: x!, y: y! };
  return { a: 1, b: 0, c: 0, d: 1, x: x!, y: y! };
}

function pointsOf(font: Font, glyph: number): Point[][] {
  const outline = font.outlineOf(glyph);
  if (outline.length === 0) return [];
  if (outline.readInt16BE(0) >= 0) return contoursOf(outline);
  return partsOf(outline).flatMap(part => {
    const { a, b, c, d, x, y } = moveOf(outline, part.at);
    return pointsOf(font, part.glyph).map(contour =>
      contour.map(p => ({ x: a * p.x + c * p.y + x, y: b * p.x + d * p.y + y, on: p.on })),
    );
  });
}

const between = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, on: true });

/** Two control points in a row have a point of the curve midway. */
function path(contour: readonly Point[]): string {
  if (contour.length < 2) return '';
  const first = contour.findIndex(point => point.on);
  const start = first >= 0 ? contour[first]! : between(contour[0]!, contour.at(-1)!);
  const rest = first >= 0 ? [...contour.slice(first + 1), ...contour.slice(0, first)] : contour;
  let out = `M${start.x} ${start.y}`;
  rest.forEach((point, i) => {
    if (point.on) {
      out += rest[i - 1] && !rest[i - 1]!.on ? '' : `L${point.x} ${point.y}`;
      return;
    }
    const next = rest[i + 1] ?? start;
    const end = next.on ? next : between(point, next);
    out += `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `${out}Z`;
}

const known = new WeakMap<Font, Map<number, string>>();

/** In units of the typeface, y upwards. */
export function pathOf(font: Font, glyph: number): string {
  const paths = known.get(font) ?? new Map<number, string>();
  known.set(font, paths);
  const there = paths.get(glyph);
  if (there !== undefined) return there;
  const made = pointsOf(font, glyph).map(path).join('');
  paths.set(glyph, made);
  return made;
}
