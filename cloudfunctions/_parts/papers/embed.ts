/** A typeface inside a PDF: the glyphs that are used, their widths, and what they mean, so that text can be searched and copied. */
import { PDFArray, type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Face } from '../../_shared/papers/types';
import { type Font, fontOf } from './font';

/** Numbers of the parts of a composite outline, with the places where they stand. */
export function partsOf(outline: Buffer): { at: number; glyph: number }[] {
  const parts: { at: number; glyph: number }[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return parts;
  for (let at = 10, more = true; more; ) {
    const flags = outline.readUInt16BE(at);
    parts.push({ at: at + 2, glyph: outline.readUInt16BE(at + 2) });
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return parts;
}

/** Glyphs used of one typeface, numbered anew in the order in which they first appear; one for each character, so that each can be copied. */
export class Subset {
  readonly font: Font;
  private readonly numbers = new Map<string, number>([['0 ', 0]]);
  private readonly glyphs: number[] = [0];
  private readonly meaning = new Map<number, string>();

  constructor(face: Face) {
    this.font = fontOf(face);
  }

  /** @returns the number of the glyph in the file. */
  use(glyph: number, char = ''): number {
    const key = `${glyph} ${char}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.glyphs.push(glyph) - 1;
    this.numbers.set(key, number);
    if (char) this.meaning.set(number, char);
    return number;
  }

  /** A TrueType file of the used glyphs alone. */
  private file(): Buffer {
    const outlines: Buffer[] = [];
    for (let i = 0; i < this.glyphs.length; i++) {
      const outline = Buffer.from(this.font.outlineOf(this.glyphs[i]!));
      for (const part of partsOf(outline)) outline.writeUInt16BE(this.use(part.glyph), part.at);
      outlines.push(outline);
    }
    const loca = Buffer.alloc((outlines.length + 1) * 4);
    outlines.reduce((at, outline, i) => {
      loca.writeUInt32BE(at + outline.length, (i + 1) * 4);
      return at + outline.length;
    }, 0);
    const hmtx = Buffer.alloc(outlines.length * 4);
    this.glyphs.forEach((glyph, i) => {
      this.font.metricsOf(glyph).copy(hmtx, i * 4);
    });
    const [head, hhea, maxp] = (['head', 'hhea', 'maxp'] as const).map(name => this.font.table(name)) as [Buffer, Buffer, Buffer];
    hhea.writeUInt16BE(outlines.length, 34);
    maxp.writeUInt16BE(outlines.length, 4);
    return assemble({ glyf: Buffer.concat(outlines), head, hhea, hmtx, loca, maxp });
  }

  /** Writes the typeface under a reference given out before. */
  embed(doc: PDFDocument, ref: PDFRef, tag: string): void {
    const { context } = doc;
    const { font } = this;
    const thousandth = (units: number): number => Math.round((units * 1000) / font.perEm);
    const file = this.file();
    const name = PDFName.of(`${tag}+Noto-${font.face}`);
    const stream = context.flateStream(file, { Length1: file.length });
    const [ascent, descent] = [thousandth(font.ascent), thousandth(font.descent)];
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: font.face === 'song' ? 6 : 4,
        FontBBox: [-1000, descent, 3000, ascent],
        ItalicAngle: 0,
        Ascent: ascent,
        Descent: descent,
        CapHeight: 733,
        StemV: font.face === 'heiBold' ? 140 : 80,
        FontFile2: context.register(stream),
      }),
    );
    const widths = PDFArray.withContext(context);
    widths.push(context.obj(0));
    widths.push(context.obj(this.glyphs.map(glyph => thousandth(font.widthOf(glyph)))));
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: 'Identity',
        FontDescriptor: descriptor,
        DW: 1000,
        W: widths,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      }),
    );
    const meaning = context.register(context.flateStream(this.unicode()));
    context.assign(
      ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: meaning,
      }),
    );
  }

  /** The table from glyph to character, in blocks of at most a hundred as the format wants. */
  private unicode(): string {
    const hex = (text: string): string => PDFHexString.fromText(text).asString().slice(4);
    const entries = [...this.meaning].map(([number, char]) => `<${number.toString(16).padStart(4, '0')}> <${hex(char)}>`);
    const blocks: string[] = [];
    for (let at = 0; at < entries.length; at += 100) {
      const some = entries.slice(at, at + 100);
      blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
    }
    return [
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
      '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
      ...blocks,
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
    ].join('\n');
  }
}

function checksum(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables);
  const directory = Buffer.alloc(12 + entries.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  [entries.length, power * 16, Math.log2(power), (entries.length - power) * 16].forEach(
    (value, i) => void directory.writeUInt16BE(value, 4 + i * 2),
  );
  let at = directory.length;
  const bodies = entries.map(([name, table], i) => {
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    directory.write(name, 12 + i * 16, 'latin1');
    [checksum(body), at, table.length].forEach((value, j) => void directory.writeUInt32BE(value, 16 + i * 16 + j * 4));
    at += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}
