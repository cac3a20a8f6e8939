/** Draws laid-out pages into a PDF. */
import { type PDFDocument, PDFHexString, type PDFImage, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Color, Face, PictureBytes } from '../../_shared/papers/types';
import { Subset } from './embed';
import { glyphFor } from './font';
import type { Layout, Mark, Page, PictureMark, RectMark, SquaresMark, TextMark } from './ops';
import { pixelsOf } from './pixels';

const short = (value: number): string => String(Math.round(value * 1000) / 1000);
const colorOf = (color: Color): string =>
  [1, 3, 5].map(at => short(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');

/** Six letters before the name of a subset, as the format wants. */
const TAGS: Record<Face, string> = { song: 'JLSONG', hei: 'JLHEIT', heiBold: 'JLBOLD' };

/** One PDF being made; typefaces and pictures are put in once, however many pages use them. */
export class Ink {
  private readonly subsets = new Map<Face, { subset: Subset; ref: PDFRef }>();
  private readonly pictures = new Map<PictureBytes, Promise<PDFImage>>();

  private blend: PDFRef | undefined;

  constructor(private readonly doc: PDFDocument) {}

  async addPages(layout: Layout): Promise<PDFPage[]> {
    const added: PDFPage[] = [];
    for (const { marks } of layout.pages) {
      const page = this.doc.addPage([layout.width, layout.height]);
      await this.draw(page, marks);
      added.push(page);
    }
    return added;
  }

  /** On a page of ours. */
  async draw(page: PDFPage, marks: Page['marks']): Promise<void> {
    await this.write(page, marks, page.getHeight(), '');
  }

  /** Over a page that was made elsewhere, upright as it is read. */
  async stamp(page: PDFPage, marks: (sheet: { width: number; height: number }) => Page['marks']): Promise<void> {
    const { x, y, width, height } = page.getCropBox();
    const turned = ((page.getRotation().angle % 360) + 360) % 360;
    const upright = {
      0: `1 0 0 1 ${x} ${y} cm`,
      90: `0 1 -1 0 ${x + width} ${y} cm`,
      180: `-1 0 0 -1 ${x + width} ${y + height} cm`,
      270: `0 -1 1 0 ${x} ${y + height} cm`,
    }[turned];
    const sheet = turned % 180 === 0 ? { width, height } : { width: height, height: width };
    const { context } = this.doc;
    page.node.normalize();
    page.node.wrapContentStreams(context.getPushGraphicsStateContentStream(), context.getPopGraphicsStateContentStream());
    await this.write(page, marks(sheet), sheet.height, upright ?? '');
  }

  private async write(page: PDFPage, marks: Page['marks'], height: number, before: string): Promise<void> {
    const used = new Set<Face>();
    const images = new Map<string, PDFImage>();
    const operators: string[] = [];
    for (const mark of marks) operators.push(await this.operators(mark, height, used, images));
    const { context } = this.doc;
    page.node.normalize();
    page.node.addContentStream(context.register(context.flateStream(['q', before, ...operators, 'Q'].join('\n'))));
    for (const face of used) page.node.setFontDictionary(PDFName.of(`JL-${face}`), this.subset(face).ref);
    if (marks.some(mark => mark.kind === 'picture' && mark.ink)) page.node.setExtGState(PDFName.of('JL-ink'), this.multiply());
    for (const [name, image] of images) page.node.setXObject(PDFName.of(name), image.ref);
  }

  /** After the last page: what is used is known only then. */
  finish(): void {
    for (const [face, { subset, ref }] of this.subsets) subset.embed(this.doc, ref, TAGS[face]);
  }

  private subset(face: Face): { subset: Subset; ref: PDFRef } {
    const known = this.subsets.get(face);
    if (known) return known;
    const fresh = { subset: new Subset(face), ref: this.doc.context.nextRef() };
    this.subsets.set(face, fresh);
    return fresh;
  }

  private async operators(mark: Mark, height: number, used: Set<Face>, images: Map<string, PDFImage>): Promise<string> {
    if (mark.kind === 'text') return this.text(mark, height, used);
    if (mark.kind === 'rect') return rect(mark, height);
    if (mark.kind === 'squares') return squares(mark, height);
    const image = await this.image(mark.bytes);
    const name = `JL${image.ref.objectNumber}`;
    images.set(name, image);
    return `q ${mark.ink ? '/JL-ink gs ' : ''}${placed(mark, height)} cm /${name} Do Q`;
  }

  private multiply(): PDFRef {
    this.blend ??= this.doc.context.register(this.doc.context.obj({ Type: 'ExtGState', BM: 'Multiply' }));
    return this.blend;
  }

  private image(bytes: PictureBytes): Promise<PDFImage> {
    const known = this.pictures.get(bytes);
    if (known) return known;
    const made = pixelsOf(bytes).kind === 'png' ? this.doc.embedPng(bytes) : this.doc.embedJpg(bytes);
    this.pictures.set(bytes, made);
    return made;
  }

  /** A typeface is changed only where a character is not in it. */
  private text(mark: TextMark, height: number, used: Set<Face>): string {
    const out: string[] = [`BT ${colorOf(mark.color)} rg 1 0 0 1 ${short(mark.x)} ${short(height - mark.y)} Tm`];
    let face: Face | undefined;
    let shown = '';
    const close = () => {
      if (face) out.push(`/JL-${face} ${short(mark.size)} Tf [${shown}] TJ`);
      shown = '';
    };
    mark.parts.forEach((part, at) => {
      let codes = '';
      for (const char of part) {
        const { font, glyph } = glyphFor(char, mark.face);
        if (font.face !== face) {
          if (codes) shown += `<${codes}>`;
          codes = '';
          close();
          face = font.face;
          used.add(face);
        }
        codes += this.subset(font.face).subset.use(glyph, char).toString(16).padStart(4, '0');
      }
      shown += `<${codes}>`;
      if (mark.gap > 0 && at < mark.parts.length - 1) shown += short((-mark.gap * 1000) / mark.size);
    });
    close();
    return `${out.join(' ')} ET`;
  }
}

/** From the unit square, in which a picture is drawn, to its place, upright however the telephone was held. */
function placed({ x, y, width, height, bytes }: PictureMark, tall: number): string {
  const bottom = tall - y - height;
  const matrix = {
    1: [width, 0, 0, height, x, bottom],
    3: [-width, 0, 0, -height, x + width, bottom + height],
    6: [0, -height, width, 0, x, bottom + height],
    8: [0, height, -width, 0, x + width, bottom],
  }[pixelsOf(bytes).turn];
  return matrix.map(short).join(' ');
}

function rect({ x, y, width, height, fill, stroke, thickness = 0.5 }: RectMark, tall: number): string {
  const path = `${short(x)} ${short(tall - y - height)} ${short(width)} ${short(height)} re`;
  const paint = fill ? (stroke ? 'B' : 'f') : 'S';
  return [fill && `${colorOf(fill)} rg`, stroke && `${colorOf(stroke)} RG ${short(thickness)} w`, path, paint]
    .filter(Boolean)
    .join(' ');
}

/** One path, so that no hairline shows between two squares. */
function squares({ x, y, side, runs }: SquaresMark, tall: number): string {
  const path = runs.map(([column, row, length]) =>
    [x + column * side, tall - y - (row + 1) * side, length * side, side].map(short).join(' '),
  );
  return `0 0 0 rg ${path.map(one => `${one} re`).join(' ')} f`;
}

/** Everything that would differ from one run to the next is set. */
export function describe(doc: PDFDocument, title: string, date?: string): void {
  const at = new Date(date ?? '2000-01-01T00:00:00Z');
  doc.setTitle(title);
  doc.setProducer('jinlin');
  doc.setCreator('jinlin');
  doc.setCreationDate(at);
  doc.setModificationDate(at);
  doc.catalog.set(PDFName.of('Lang'), PDFHexString.fromText('zh-CN'));
}
