/** Reads a PDF back as a reader does: its text through the table from glyph to character, its typefaces, its pages. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';

const bytesOf = (stream: PDFRawStream): Buffer =>
  stream.dict.get(PDFName.of('Filter')) ? inflateSync(Buffer.from(stream.contents)) : Buffer.from(stream.contents);

/** Glyph → character of an embedded typeface. */
function meaningOf(font: PDFDict): Map<string, string> {
  const table = bytesOf(font.lookup(PDFName.of('ToUnicode')) as PDFRawStream).toString('latin1');
  const entries = [...table.matchAll(/<([0-9a-f]{4})> <([0-9A-Fa-f]+)>\n/g)];
  return new Map(entries.map(([, glyph, code]) => [glyph!, Buffer.from(code!, 'hex').swap16().toString('utf16le')]));
}

export type ReadPage = { text: string; width: number; height: number };

export async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[]; fonts: string[]; doc: PDFDocument }> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Set<string>();
  const pages = doc.getPages().map(page => {
    const dict = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const meanings = new Map<string, Map<string, string>>();
    for (const [name] of dict?.entries() ?? []) {
      const font = dict!.lookup(name, PDFDict);
      const descriptor = font
        .lookup(PDFName.of('DescendantFonts'), PDFArray)
        .lookup(0, PDFDict)
        .lookup(PDFName.of('FontDescriptor'), PDFDict);
      if (descriptor.get(PDFName.of('FontFile2'))) fonts.add(String(font.get(PDFName.of('BaseFont'))));
      meanings.set(String(name), meaningOf(font));
    }
    return { text: textOf(streamsOf(doc, page.node.Contents()), meanings), ...page.getSize() };
  });
  return { pages, fonts: [...fonts].sort(), doc };
}

function streamsOf(doc: PDFDocument, contents: PDFObject | undefined): string {
  const looked = contents instanceof PDFRef ? doc.context.lookup(contents) : contents;
  if (looked instanceof PDFArray)
    return looked
      .asArray()
      .map(one => streamsOf(doc, one))
      .join('\n');
  return looked instanceof PDFRawStream ? bytesOf(looked).toString('latin1') : '';
}

/** One line of text for each line on the page. */
function textOf(operators: string, meanings: Map<string, Map<string, string>>): string {
  const shown = [...operators.matchAll(/^BT (.*) ET$/gm)].map(([, line]) =>
    [...line!.matchAll(/(\/JL-\w+) [\d.]+ Tf \[(.*?)\] TJ/g)]
      .map(([, name, codes]) =>
        [...codes!.matchAll(/<([0-9a-f]*)>/g)]
          .flatMap(([, hex]) => (hex!.match(/.{4}/g) ?? []).map(glyph => meanings.get(name!)?.get(glyph) ?? '?'))
          .join(''),
      )
      .join(''),
  );
  return shown.join('\n');
}
