/** A workbook coming in: fetched up to a size, checked, and turned into rows of text. Libraries are loaded when one comes. */
import { ROSTER_LIMITS } from '../../types/roster';
import { type No, no } from '../../types/verdict';
import { files } from './files';

export type FileRefusal = No<'FILE_TOO_LARGE' | 'NOT_A_WORKBOOK' | 'MERGED_CELLS'>;
/** `merged`: ranges as Excel writes them, `A5:A8`. Row 0 is Excel's row 1. */
export type RawSheet = { rows: string[][]; merged: string[] };

const MEGABYTE = 1024 * 1024;
/** A small file that unpacks to more than this is no list. */
const LARGEST_UNPACKED = 120 * MEGABYTE;
const tooLarge = () => no('FILE_TOO_LARGE', { max: ROSTER_LIMITS.bytes / MEGABYTE });

/** Reads no further than the limit, whatever was uploaded. */
export async function fetchSheet(fileId: string): Promise<Buffer | FileRefusal> {
  const response = await fetch(await files.address(fileId));
  if (!response.ok || !response.body) return no('NOT_A_WORKBOOK');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > ROSTER_LIMITS.bytes) return tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The first sheet of an xlsx. An xls, a csv, a picture, a broken or a locked file is not a workbook. */
export async function readSheet(content: Buffer): Promise<RawSheet | FileRefusal> {
  if (content.length > ROSTER_LIMITS.bytes) return tooLarge();
  if (content.subarray(0, 2).toString('latin1') !== 'PK') return no('NOT_A_WORKBOOK');
  try {
    const merged = await mergedRanges(content);
    if (!Array.isArray(merged)) return merged;
    const { readSheet: read } = await import('read-excel-file/universal');
    const buffer = content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer;
    const rows = await read(buffer);
    if (rows.length > ROSTER_LIMITS.rows) return tooLarge();
    return { rows: rows.map(row => row.map(cellText)), merged };
  } catch {
    return no('NOT_A_WORKBOOK');
  }
}

/** A date cell is a day; a number is written out, so that a phone stays a phone. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell).trim();
}

async function mergedRanges(content: Buffer): Promise<string[] | FileRefusal> {
  const { unzipSync, strFromU8 } = await import('fflate');
  let unpacked = 0;
  const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
  const weigh = (file: { originalSize: number }): boolean => {
    unpacked += file.originalSize;
    return false;
  };
  unzipSync(content, { filter: weigh });
  if (unpacked > LARGEST_UNPACKED) return tooLarge();
  const parts = unzipSync(content, { filter: file => wanted.test(file.name) });
  const text = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  return [...text(firstSheet(text)).matchAll(/<mergeCell[^>]*\sref="([A-Z]+\d+:[A-Z]+\d+)"/g)].map(match => match[1]!);
}

/** workbook.xml names the sheets in order, its relations say where each one is. */
function firstSheet(text: (name: string) => string): string {
  const id = /<sheet\s[^>]*r:id="([^"]+)"/.exec(text('xl/workbook.xml'))?.[1];
  const relation = [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${id}"`),
  );
  const target = /Target="\/?(?:xl\/)?([^"]+)"/.exec(relation?.[0] ?? '')?.[1];
  return target ? `xl/${target}` : 'xl/worksheets/sheet1.xml';
}
