/** Chinese text in lines: breaks between characters, never inside a word or number, never a comma at the beginning of a line. */
import type { Face } from '../../_shared/papers/types';
import { measure } from './font';

/** 行首禁则: signs that may not begin a line. */
const NOT_FIRST = new Set('，。、；：？！）》」』】〕〉”’…—～·％%℃,.;:?!)]}>°′″々');
/** 行尾禁则: signs that may not end a line. */
const NOT_LAST = new Set('（《「『【〔〈“‘([{<￥$¥#');
/** Words, numbers, addresses of the net: one piece. */
const WORD = /[A-Za-z0-9À-ɏ_@&+=/\\~|^*'-]/;

/** What stays together on a line. `glue`: a space, which is left out where a line ends. */
export type Piece = { text: string; width: number; glue?: boolean };
/** `gap`: points to add between pieces so that both margins are straight. */
export type Line = { parts: readonly string[]; width: number; gap: number };

/** Characters put together that may not be parted; tabs and other blanks become one space. */
export function piecesOf(text: string, face: Face, size: number): Piece[] {
  const groups: { text: string; glue?: boolean }[] = [];
  let word = false;
  let open = false;
  for (const char of text.replace(/[\t\r\f\v ]+/g, ' ')) {
    const last = groups.at(-1);
    const inWord: boolean = WORD.test(char) || (word && /[.,:%]/.test(char));
    if (char === ' ') groups.push({ text: char, glue: true });
    else if (last && !last.glue && (open || NOT_FIRST.has(char) || (inWord && word))) last.text += char;
    else groups.push({ text: char });
    word = inWord;
    open = NOT_LAST.has(char);
  }
  return groups.map(group => ({ ...group, width: measure(group.text, face, size) }));
}

/** A piece longer than a whole line is cut where the line ends; nothing else can be done with it. */
function cut(piece: Piece, width: number, face: Face, size: number): Piece[] {
  if (piece.width <= width) return [piece];
  const cuts: Piece[] = [];
  let current = { text: '', width: 0 };
  for (const char of piece.text) {
    const own = measure(char, face, size);
    if (current.text && current.width + own > width) {
      cuts.push(current);
      current = { text: '', width: 0 };
    }
    current = { text: current.text + char, width: current.width + own };
  }
  return [...cuts, current];
}

const trimmed = (pieces: Piece[]): Piece[] => {
  let end = pieces.length;
  while (end > 0 && pieces[end - 1]!.glue) end--;
  return pieces.slice(0, end);
};

/** Beyond this a line would look torn apart, in type sizes a gap. */
const WIDEST_GAP = 0.35;

/**
 * @param width of the line in points; the first line is shorter by `indent`.
 * @returns lines, none wider than its width (a single character wider than the box stays alone on its line).
 */
export function linesOf(
  text: string,
  look: { face: Face; size: number; width: number; indent?: number; justify?: boolean },
): Line[] {
  const { face, size, width, indent = 0, justify = false } = look;
  const lines: Line[] = [];
  let current: Piece[] = [];
  let used = 0;
  const room = () => (lines.length === 0 ? width - indent : width);
  const close = (last: boolean) => {
    const pieces = trimmed(current);
    const sum = pieces.reduce((total, piece) => total + piece.width, 0);
    const even = (room() - sum) / Math.max(1, pieces.length - 1);
    const gap = justify && !last && pieces.length > 1 && even <= size * WIDEST_GAP ? Math.max(0, even) : 0;
    lines.push({ parts: pieces.map(piece => piece.text), width: sum, gap });
    current = [];
    used = 0;
  };
  for (const whole of piecesOf(text, face, size)) {
    for (const piece of cut(whole, room(), face, size)) {
      if (piece.glue && current.length === 0) continue;
      if (current.length > 0 && used + piece.width > room() && !piece.glue) close(false);
      current.push(piece);
      used += piece.width;
    }
  }
  if (current.length > 0 || lines.length === 0) close(true);
  return lines;
}
