/** Case files: parts behind each other, one numbering, a table of contents that leads to them. */
import { PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { Binder, Margin, Paper, Part } from '../../_shared/papers/types';
import { measure } from './font';
import { layOut, layOutStrips, marginsOf } from './layout';
import { blank, type Layout, type Mark, MM, type Strip } from './ops';
import { marginMarks } from './pages';
import { describe, Ink } from './pdf';
import { type Room, textStrips } from './text';

type Entry = { title: string; level: 1 | 2; page: number };
type Ready = { title: string; pages: number; layout?: Layout; source?: PDFDocument };

const FOOTER: Margin = { center: '第 {page} 页　共 {pages} 页' };

/** A picture fills a page of its own, under its title. */
const picturePaper = (title: string, bytes: Uint8Array): Paper => ({
  title,
  blocks: [
    { kind: 'heading', level: 3, text: title, align: 'center' },
    { kind: 'picture', bytes, width: 156, height: 215 },
  ],
});

async function readied(part: Part): Promise<Ready> {
  if ('pdf' in part) {
    const source = await PDFDocument.load(part.pdf, { updateMetadata: false });
    return { title: part.title, pages: source.getPageCount(), source };
  }
  const layout = layOut('paper' in part ? part.paper : picturePaper(part.title, part.picture), 'binder');
  return { title: part.title, pages: layout.pages.length, layout };
}

/** Title, dots, page; longer titles take several lines, the number stands on the last. */
function entryStrips({ title, level, page }: Entry, room: Room): Strip[] {
  const [left, right] = [level === 1 ? 0 : 8 * MM, 12 * MM];
  const look: Room = { ...room, face: level === 1 ? 'hei' : 'song', size: level === 1 ? 12 : 11, align: 'left' };
  const strips = textStrips(title, { ...look, width: room.width - left - right });
  strips.forEach((strip, at) => {
    strip.marks = strip.marks.map(mark => ({ ...mark, x: mark.x + left }));
    strip.keep = at < strips.length - 1;
  });
  const last = strips.at(-1)!;
  const [number] = textStrips(String(page), { ...look, align: 'right' });
  const end = last.marks[0];
  const from = left + (end?.kind === 'text' ? measure(end.parts.join(''), end.face, end.size) : 0) + 2 * MM;
  const dots = dotsBetween(from, room.width - right, last.height * 0.62);
  last.marks = [...last.marks, ...dots, ...number!.marks];
  return [...strips, blank(level === 1 ? 1.6 * MM : 0.8 * MM)];
}

function dotsBetween(from: number, to: number, y: number): Mark[] {
  const step = 1.6 * MM;
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((to - first) / step));
  return Array.from({ length: count }, (_, i) => ({
    kind: 'rect',
    x: first + i * step,
    y,
    width: 0.8,
    height: 0.8,
    fill: '#8a8f99',
  }));
}

function entriesOf(parts: readonly Ready[], depth: 1 | 2): Entry[] {
  let page = 1;
  return parts.flatMap(part => {
    const own: Entry = { title: part.title, level: 1, page };
    const below =
      depth === 1
        ? []
        : (part.layout?.pages ?? []).flatMap(({ anchors }, at) =>
            anchors.map((title): Entry => ({ title, level: 2, page: page + at })),
          );
    page += part.pages;
    return [own, ...below];
  });
}

/** An entry of the table leads to its page. */
function link(doc: PDFDocument, from: PDFPage, to: PDFPage, top: number, height: number): void {
  const { left, right } = marginsOf({});
  const upper = from.getHeight() - top;
  const rect = [left * MM, upper - height, from.getWidth() - right * MM, upper];
  const annotation = { Type: 'Annot', Subtype: 'Link', Rect: rect, Border: [0, 0, 0], Dest: [to.ref, PDFName.of('Fit')] };
  from.node.addAnnot(doc.context.register(doc.context.obj(annotation)));
}

function contentsOf(entries: readonly Entry[]): Layout {
  return layOutStrips({ style: { align: 'left', leading: 1.5 } }, room => [
    ...textStrips('目　录', { ...room, face: 'heiBold', size: 22, align: 'center' }),
    blank(8 * MM),
    ...entries.flatMap((entry, at) => {
      const strips = entryStrips(entry, room);
      strips[0]!.entry = at;
      return strips;
    }),
  ]);
}

async function addPart(doc: PDFDocument, ink: Ink, part: Ready): Promise<PDFPage[]> {
  if (part.layout) return ink.addPages(part.layout);
  const copies = await doc.copyPages(part.source!, part.source!.getPageIndices());
  return copies.map(page => doc.addPage(page));
}

/** Cover and contents have no number; the first page of the first part is page 1. @throws when a brought PDF cannot be read or is locked. */
export async function joinPdfs(binder: Binder): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  describe(doc, binder.title, binder.date);
  const ink = new Ink(doc);
  const parts = await Promise.all(binder.parts.map(readied));
  const total = parts.reduce((sum, part) => sum + part.pages, 0);
  const entries = entriesOf(parts, binder.depth ?? 1);
  if (binder.cover) await ink.addPages(layOut(binder.cover, 'binder'));
  const contents = contentsOf(entries);
  const tables = await ink.addPages(contents);
  const pages: PDFPage[] = [];
  for (const part of parts) pages.push(...(await addPart(doc, ink, part)));
  const { bottom, left, right } = marginsOf({});
  for (const [at, page] of pages.entries()) {
    await ink.stamp(page, ({ width, height }) =>
      marginMarks(
        binder.footer ?? FOOTER,
        height - (bottom / 2) * MM,
        { left: left * MM, width: width - (left + right) * MM },
        at + 1,
        total,
      ),
    );
  }
  contents.pages.forEach((page, at) => {
    for (const place of page.places) {
      const target = pages[entries[place.entry]!.page - 1];
      if (target) link(doc, tables[at]!, target, place.y, place.height);
    }
  });
  ink.finish();
  return doc.save();
}
