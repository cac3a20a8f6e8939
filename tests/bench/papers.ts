/** Printed papers: what the part weighs, how long it takes to be there, and what papers cost once it is. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Binder, cardSheet, letterPaper, type Press, posterPaper } from '../../cloudfunctions/_shared/papers';
import { ROOT } from '../../config/scripts/root';
import type { Figure } from './table';

const PART = join(ROOT, 'dist', 'parts', 'papers');
const KB = 1024;

const record =
  '调解员现场查看了漏水的顶棚与墙面，双方对事实没有异议。申请人要求赔偿修复费用 3,750.00 元，被申请人愿意承担其中的三分之二。';
const letter = letterPaper({
  title: '调查笔录',
  number: '幸福里调字〔2026〕第 13 号',
  sections: Array.from({ length: 4 }, (_, i) => ({
    heading: `第${i + 1}次谈话`,
    text: `${record.repeat(9)}\n${record.repeat(7)}`,
  })),
  signatures: [{ label: '申请人：' }, { label: '调解员：' }],
});
const poster = posterPaper({
  from: '幸福里社区',
  title: '停水通知',
  text: record,
  qr: { text: 'https://jinlin.example/a/1', caption: '扫码看详情' },
});
const cards = cardSheet(
  '长者卡',
  Array.from({ length: 200 }, (_, i) => ({
    from: '社区食堂',
    name: '王桂兰',
    lines: ['3 号楼 2 单元'],
    qr: `JL1.${i}.${'k'.repeat(30)}`,
    caption: '取餐',
  })),
);

/** In a process of its own: what the first call of an instance waits for, beside the function's start. */
const alone = (code: string): number =>
  Number(
    execFileSync(process.execPath, [
      '-e',
      `const t=performance.now();const {press}=require(${JSON.stringify(PART)});${code}`,
    ]).toString(),
  );

async function timed(make: () => Promise<unknown>): Promise<number> {
  await make();
  const began = performance.now();
  await make();
  return performance.now() - began;
}

const sizeOf = (folder: string): number => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

export async function papersBench(): Promise<Figure[]> {
  const { press } = createRequire(__filename)(PART) as { press: Press };
  const own = await press.makePdf(letter);
  const parts = Array.from({ length: Math.ceil(40 / (await pagesOf(own))) }, (_, i) => ({
    title: `调查笔录之${i + 1}`,
    paper: letter,
  }));
  const binder: Binder = { title: '案卷', parts: [...parts, { title: '当事人的证明', pdf: own }] };
  const file = await press.joinPdfs(binder);
  return [
    { what: 'the part, code', value: statSync(join(PART, 'index.js')).size / KB, unit: 'KB', limit: 1300 },
    { what: 'the part, typefaces and drawing', value: sizeOf(join(PART, 'assets')) / KB / KB, unit: 'MB', limit: 20 },
    { what: 'the part loads in', value: alone('console.log(performance.now()-t)'), unit: 'ms', limit: 150 },
    { what: 'a case file: pages', value: await pagesOf(file), unit: '', limit: 40, sense: 'least' },
    { what: 'a case file', value: (await timed(() => press.joinPdfs(binder))) / 1000, unit: 's', limit: 3 },
    { what: 'a case file: size', value: file.length / KB, unit: 'KB' },
    { what: 'a poster as a picture, 150 dpi', value: await timed(() => press.makePng(poster)), unit: 'ms', limit: 1000 },
    { what: '200 cards on 20 sheets', value: await timed(() => press.makePdf(cards)), unit: 'ms', limit: 3000 },
    { what: 'a Word file', value: await timed(() => press.makeDocx(letter)), unit: 'ms', limit: 500 },
    { what: 'memory of the process after all that', value: process.memoryUsage().rss / KB / KB, unit: 'MB', limit: 512 },
  ];
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
}
