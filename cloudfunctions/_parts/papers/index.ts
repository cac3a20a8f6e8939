/** The press: papers become files. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Paper, Press } from '../../_shared/papers/types';
import { joinPdfs } from './binder';
import { makeDocx } from './docx';
import { glyphFor } from './font';
import { layOut } from './layout';
import { describe, Ink } from './pdf';
import { drawPng } from './png';

async function makePdf(paper: Paper): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  describe(doc, paper.title, paper.date);
  const ink = new Ink(doc);
  await ink.addPages(layOut(paper));
  ink.finish();
  return doc.save();
}

async function makePng(paper: Paper, width = 1240): Promise<Uint8Array> {
  const { pages, ...sheet } = layOut(paper);
  return drawPng({ ...sheet, marks: pages[0]!.marks }, width);
}

function missing(paper: Paper): string[] {
  const texts = layOut(paper).pages.flatMap(page => page.marks.flatMap(mark => (mark.kind === 'text' ? [mark] : [])));
  const found = texts.flatMap(({ parts, face }) => [...parts.join('')].filter(char => glyphFor(char, face).missing));
  return [...new Set(found)];
}

export const press: Press = { makePdf, makeDocx, makePng, joinPdfs, missing };
