/** What a laid-out page consists of: marks at places, in points from the upper left corner. PDF and picture are drawn from the same marks. */
import type { Color, Face, PictureBytes } from '../../_shared/papers/types';

export const MM = 72 / 25.4;

export type TextMark = {
  kind: 'text';
  x: number;
  /** Of the line of writing. */
  y: number;
  parts: readonly string[];
  /** Added between parts. */
  gap: number;
  face: Face;
  size: number;
  color: Color;
};
export type RectMark = {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  fill?: Color;
  stroke?: Color;
  thickness?: number;
};
/** `ink`: what is white lets through what lies below, as a stamp or a pen on paper does. */
export type PictureMark = {
  ink?: boolean;
  kind: 'picture';
  x: number;
  y: number;
  width: number;
  height: number;
  bytes: PictureBytes;
};
/** Dark squares of a QR code, as runs of a row, in one path. */
export type SquaresMark = {
  kind: 'squares';
  x: number;
  y: number;
  side: number;
  runs: readonly (readonly [column: number, row: number, length: number])[];
};
export type Mark = TextMark | RectMark | PictureMark | SquaresMark;

/** Something that stays on one page. Marks are placed from its own upper left corner. */
export type Strip = {
  height: number;
  marks: Mark[];
  /** Stays on the page of what follows. */
  keep?: boolean;
  /** Empty space, which does not begin a page. */
  blank?: boolean;
  /** Nothing but the beginning of a new page. */
  turn?: boolean;
  /** Takes the room that is left on the page. */
  fill?: boolean;
  /** Set again above this strip when it begins a page. */
  head?: Strip;
  /** A heading that a table of contents may list. */
  anchor?: string;
  /** The entry of a table of contents that begins here. */
  entry?: number;
};

/** `places`: where the entries of a table of contents stand. */
export type Page = { marks: Mark[]; anchors: string[]; places: { entry: number; y: number; height: number }[] };
export type Layout = { width: number; height: number; pages: Page[] };

export const moved = <M extends Mark>(mark: M, x: number, y: number): M => ({ ...mark, x: mark.x + x, y: mark.y + y });

export const blank = (height: number): Strip => ({ height, marks: [], blank: true });

/** Strips below each other as one. */
export function stacked(strips: readonly Strip[]): { height: number; marks: Mark[] } {
  let height = 0;
  const marks: Mark[] = [];
  for (const strip of strips) {
    for (const mark of strip.marks) marks.push(moved(mark, 0, height));
    height += strip.height;
  }
  return { height, marks };
}
