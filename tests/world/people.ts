/** What a phone and a browser do around the people functions: give the telephone number, upload a file, open a workbook. */

import { readSheet } from '../../cloudfunctions/_shared/sheet';
import { workbook } from '../../cloudfunctions/_shared/workbook';
import type { Person, World } from '.';

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** A WeChat account with this number, and what a tap on the telephone button gives. */
export async function phoneCode(world: World, openid: string, phone: string, name = '某人'): Promise<string> {
  await post(`${world.url}/local/people`, { openid, name, phone });
  const reply = await post(`${world.url}/local/wechat/phone-code`, { openid });
  return ((await reply.json()) as { code: string }).code;
}

/** Uploads as a page does; @returns the file id. */
export async function upload(person: Person, content: Buffer): Promise<string> {
  const { fileId, url, fields } = await person.people('openUpload', {});
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(content)]), 'roster.xlsx');
  const reply = await fetch(url, { method: 'POST', body: form });
  if (!reply.ok) throw new Error(`upload: ${reply.status} ${await reply.text()}`);
  return fileId;
}

export const sheetOf = (rows: string[][]): Promise<Buffer> => workbook([{ name: '居民名单', rows }]);

export async function download(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

/** The rows of a workbook behind an address. */
export async function rowsAt(url: string): Promise<string[][]> {
  const sheet = await readSheet(await download(url));
  if (!('rows' in sheet)) throw new Error(sheet.code);
  return sheet.rows;
}
