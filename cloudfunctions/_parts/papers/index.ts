/** The press: papers become files. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Paper, Press } from '../../_shared/papers/types';
import { glyphFor } from './font';
import { layOut } from './layout';
import { describe, Ink } from './pdf';

async function makePdf(paper: Paper): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  describe(doc, paper.title, paper.date);
  const ink = new Ink(doc);
  await ink.addPages(layOut(paper));
  ink.finish();
  return doc.save();
}

function missing(paper: Paper): string[] {
  const found = new Set<string>();
  for (const page of layOut(paper).pages)
    for (const mark of page.marks)
      if (mark.kind === 'text') for (const char of mark.parts.join('')) if (glyphFor(char, mark.face).missing) found.add(char);
  return [...found];
}

export const press = { makePdf, missing } as unknown as Press;
