/** Reads the packed typefaces: which glyph a character has, how wide it is, its outline. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Face } from '../../_shared/papers/types';

/** Printed for a character that no typeface has, as printers always did. */
export const MISSING = '〓';

export class Font {
  readonly perEm: number;
  /** Above and below the line of writing, in units of the typeface. */
  readonly ascent: number;
  readonly descent: number;
  readonly file: Buffer;
  private readonly at: Record<string, number> = {};
  private readonly glyphs = new Map<number, number>();

  constructor(readonly face: Face) {
    this.file = readFileSync(join(__dirname, 'assets', `${face}.ttf`));
    for (let i = 0; i < this.file.readUInt16BE(4); i++) {
      const entry = 12 + i * 16;
      this.at[this.file.toString('latin1', entry, entry + 4)] = this.file.readUInt32BE(entry + 8);
    }
    this.perEm = this.file.readUInt16BE(this.at.head! + 18);
    this.ascent = this.file.readInt16BE(this.at.hhea! + 4);
    this.descent = this.file.readInt16BE(this.at.hhea! + 6);
    const groups = this.at.cmap! + 12;
    for (let g = 0; g < this.file.readUInt32BE(groups + 12); g++) {
      const [start, end, glyph] = [0, 4, 8].map(step => this.file.readUInt32BE(groups + 16 + g * 12 + step)) as [
        number,
        number,
        number,
      ];
      for (let code = start; code <= end; code++) this.glyphs.set(code, glyph + code - start);
    }
  }

  glyphOf(code: number): number | undefined {
    return this.glyphs.get(code);
  }

  /** In units of the typeface. */
  widthOf(glyph: number): number {
    return this.file.readUInt16BE(this.at.hmtx! + glyph * 4);
  }

  /** Width and side bearing, as they stand in the file. */
  metricsOf(glyph: number): Buffer {
    return this.file.subarray(this.at.hmtx! + glyph * 4, this.at.hmtx! + glyph * 4 + 4);
  }

  outlineOf(glyph: number): Buffer {
    const loca = this.at.loca! + glyph * 4;
    return this.file.subarray(this.at.glyf! + this.file.readUInt32BE(loca), this.at.glyf! + this.file.readUInt32BE(loca + 4));
  }

  /** A table of fixed length, to be written into a file of fewer glyphs. */
  table(name: 'head' | 'hhea' | 'maxp'): Buffer {
    return Buffer.from(this.file.subarray(this.at[name]!, this.at[name]! + { head: 54, hhea: 36, maxp: 32 }[name]));
  }
}

const loaded = new Map<Face, Font>();
export function fontOf(face: Face): Font {
  const known = loaded.get(face);
  if (known) return known;
  const font = new Font(face);
  loaded.set(face, font);
  return font;
}

const FALLBACKS: Record<Face, readonly Face[]> = { song: ['song', 'hei'], hei: ['hei', 'song'], heiBold: ['heiBold', 'song'] };

/** The first typeface that has the character, else the sign for a missing one. */
export function glyphFor(char: string, face: Face): { font: Font; glyph: number; missing?: boolean } {
  const code = char.codePointAt(0)!;
  for (const candidate of FALLBACKS[face]) {
    const font = fontOf(candidate);
    const glyph = font.glyphOf(code);
    if (glyph !== undefined) return { font, glyph };
  }
  const font = fontOf(face);
  return { font, glyph: font.glyphOf(MISSING.codePointAt(0)!) ?? 0, missing: true };
}

/** Width of a text in points. */
export function measure(text: string, face: Face, size: number): number {
  let units = 0;
  for (const char of text) {
    const { font, glyph } = glyphFor(char, face);
    units += (font.widthOf(glyph) * 1000) / font.perEm;
  }
  return (units * size) / 1000;
}
