/**
 * The typefaces of printed papers. The registry has Noto (OFL 1.1) cut into a hundred small files for web pages; here all files of a
 * weight become one TrueType file again, without hints and layout tables, which paper set in squares does not need.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { ROOT } from './root';

/** Changes when the form of the packed files does, so that files packed before are packed again. */
const FORM = 2;
/** Body text of letters, the everyday hand, and what must be seen from afar. */
const FACES = {
  song: { family: 'noto-serif-sc', weight: 400 },
  hei: { family: 'noto-sans-sc', weight: 400 },
  heiBold: { family: 'noto-sans-sc', weight: 700 },
} as const;

type Tables = Map<string, Buffer>;

/** WOFF 1: a directory of tables, each deflated or as it was. */
function unpackWoff(file: Buffer): Tables {
  const tables: Tables = new Map();
  for (let i = 0; i < file.readUInt16BE(12); i++) {
    const at = 44 + i * 20;
    const [offset, packed, length] = [4, 8, 12].map(step => file.readUInt32BE(at + step)) as [number, number, number];
    const raw = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', at, at + 4), packed < length ? inflateSync(raw) : raw);
  }
  return tables;
}

/** Character → glyph of the slice, from a format 4 or 12 table. */
function charactersOf(cmap: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + i * 8);
    const format = cmap.readUInt16BE(at);
    if (format === 12) readGroups(cmap, at, found);
    else if (format === 4) readSegments(cmap, at, found);
  }
  return found;
}

function readGroups(cmap: Buffer, at: number, found: Map<number, number>): void {
  for (let g = 0; g < cmap.readUInt32BE(at + 12); g++) {
    const group = at + 16 + g * 12;
    const [start, end, glyph] = [0, 4, 8].map(step => cmap.readUInt32BE(group + step)) as [number, number, number];
    for (let code = start; code <= end; code++) found.set(code, glyph + code - start);
  }
}

function readSegments(cmap: Buffer, at: number, found: Map<number, number>): void {
  const doubled = cmap.readUInt16BE(at + 6);
  for (let s = 0; s < doubled; s += 2) {
    const end = cmap.readUInt16BE(at + 14 + s);
    const start = cmap.readUInt16BE(at + 16 + doubled + s);
    const delta = cmap.readInt16BE(at + 16 + 2 * doubled + s);
    const rangeAt = at + 16 + 3 * doubled + s;
    const range = cmap.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = range ? cmap.readUInt16BE(rangeAt + range + 2 * (code - start)) : code;
      const glyph = range && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph) found.set(code, glyph);
    }
  }
}

/** Parts of a composite glyph: where the number of each stands. */
function partsOf(glyph: Buffer): number[] {
  const places: number[] = [];
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return places;
  for (let at = 10, more = true; more; ) {
    const flags = glyph.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return places;
}

/** Hints are left out: they refer to programs that differ from slice to slice. */
function withoutHints(glyph: Buffer): Buffer {
  if (glyph.length === 0) return glyph;
  const contours = glyph.readInt16BE(0);
  if (contours < 0) {
    const copy = Buffer.from(glyph);
    for (const place of partsOf(glyph)) copy.writeUInt16BE(glyph.readUInt16BE(place - 2) & ~0x100, place - 2);
    return copy;
  }
  const hints = 10 + contours * 2;
  return Buffer.concat([glyph.subarray(0, hints), Buffer.alloc(2), glyph.subarray(hints + 2 + glyph.readUInt16BE(hints))]);
}

type Packed = { glyphs: Buffer[]; widths: number[]; characters: Map<number, number>; first: Tables };

/** Adds a slice's glyphs to those of the slices before it. */
function addSlice(into: Packed, tables: Tables): void {
  const [cmap, head, hhea, hmtx, loca, glyf] = ['cmap', 'head', 'hhea', 'hmtx', 'loca', 'glyf'].map(name => tables.get(name)!);
  const long = head!.readInt16BE(50) === 1;
  const start = (glyph: number) => (long ? loca!.readUInt32BE(glyph * 4) : loca!.readUInt16BE(glyph * 2) * 2);
  const metrics = hhea!.readUInt16BE(34);
  const moved = new Map<number, number>();
  const take = (glyph: number): number => {
    const known = moved.get(glyph);
    if (known !== undefined) return known;
    const at = into.glyphs.length;
    moved.set(glyph, at);
    const outline = withoutHints(glyf!.subarray(start(glyph), start(glyph + 1)));
    into.glyphs.push(outline);
    into.widths.push(hmtx!.readUInt16BE(Math.min(glyph, metrics - 1) * 4));
    for (const place of partsOf(outline)) outline.writeUInt16BE(take(outline.readUInt16BE(place)), place);
    return at;
  };
  if (into.glyphs.length === 0) take(0);
  for (const [code, glyph] of charactersOf(cmap!)) if (!into.characters.has(code)) into.characters.set(code, take(glyph));
}

/** Format 12, one group for each run of neighbours. */
function cmapOf(characters: Map<number, number>): Buffer {
  const groups: [start: number, end: number, glyph: number][] = [];
  for (const [code, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && last[1] + 1 === code && last[2] + code - last[0] === glyph) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const table = Buffer.alloc(28 + groups.length * 12);
  [0, 1].forEach((value, at) => void table.writeUInt16BE(value, at * 2));
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + groups.length * 12, 16);
  table.writeUInt32BE(groups.length, 24);
  groups.flat().forEach((value, at) => void table.writeUInt32BE(value, 28 + at * 4));
  return table;
}

/** The file: a directory and the seven tables that a reader of outlines needs. */
function fileOf({ glyphs, widths, characters, first }: Packed): Buffer {
  const padded = glyphs.map(glyph => Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]));
  const loca = Buffer.alloc((glyphs.length + 1) * 4);
  padded.reduce((at, glyph, i) => loca.writeUInt32BE(at + glyph.length, (i + 1) * 4) && at + glyph.length, 0);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  widths.forEach((width, i) => {
    hmtx.writeUInt16BE(width, i * 4);
    // A reader moves the outline to its side bearing: it is where the outline begins.
    if (glyphs[i]!.length > 0) hmtx.writeInt16BE(glyphs[i]!.readInt16BE(2), i * 4 + 2);
  });
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map(name => Buffer.from(first.get(name)!));
  head!.writeInt16BE(1, 50);
  hhea!.writeUInt16BE(glyphs.length, 34);
  maxp!.writeUInt16BE(glyphs.length, 4);
  const tables = Object.entries({ cmap: cmapOf(characters), glyf: Buffer.concat(padded), head, hhea, hmtx, loca, maxp });
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  let at = directory.length;
  const bodies = tables.map(([name, table], i) => {
    directory.write(name, 12 + i * 16, 'latin1');
    directory.writeUInt32BE(at, 12 + i * 16 + 8);
    directory.writeUInt32BE(table!.length, 12 + i * 16 + 12);
    at += table!.length + (-table!.length & 3);
    return Buffer.concat([table!, Buffer.alloc(-table!.length & 3)]);
  });
  return Buffer.concat([directory, ...bodies]);
}

function packFace({ family, weight }: (typeof FACES)[keyof typeof FACES]): Buffer {
  const folder = join(ROOT, 'node_modules', '@fontsource', family, 'files');
  // The file `chinese-simplified` repeats the common characters of the numbered files, which have the rare ones too.
  const slices = readdirSync(folder).filter(name => name.endsWith(`-${weight}-normal.woff`) && !name.includes('-chinese-'));
  const latinFirst = slices.sort((a, b) => Number(b.includes('-latin-')) - Number(a.includes('-latin-')) || (a < b ? -1 : 1));
  const packed: Packed = { glyphs: [], widths: [], characters: new Map(), first: new Map() };
  for (const name of latinFirst) {
    const tables = unpackWoff(readFileSync(join(folder, name)));
    if (packed.first.size === 0) packed.first = tables;
    addSlice(packed, tables);
  }
  return fileOf(packed);
}

/** Packs what is not packed yet into `folder`. About a second a face, once after an install. */
export function packFonts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, face] of Object.entries(FACES)) {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', '@fontsource', face.family, 'package.json'), 'utf8'));
    const [file, stamp] = [join(folder, `${name}.ttf`), join(folder, `${name}.version`)];
    const wanted = `${face.family} ${face.weight} ${version} form ${FORM}`;
    if (existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
    writeFileSync(file, packFace(face));
    writeFileSync(stamp, wanted);
  }
}
