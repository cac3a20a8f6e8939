/** Serves a built web app; unknown paths without a file extension get index.html, so that both kinds of routing work. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { sendText } from './exchange';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

export const contentType = (file: string): string => TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

/** Joins a path from outside to a folder. @returns undefined if it would leave the folder. */
export function within(folder: string, relative: string): string | undefined {
  const root = path.resolve(folder);
  const file = path.resolve(root, `.${path.sep}${relative}`);
  return file === root || file.startsWith(root + path.sep) ? file : undefined;
}

const read = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);

/** Puts `<meta name="MARK">` first into the head: by it a page knows that it is served by the local cloud. */
const marked = (html: Buffer, mark: string): string =>
  html.toString().replace(/<head[^>]*>/i, head => `${head}<meta name="${mark}" content="1">`);

const send = (res: ServerResponse, file: string, content: Buffer, mark: string): void =>
  sendText(res, 200, contentType(file), file.endsWith('.html') ? marked(content, mark) : content, {
    'cache-control': 'no-cache',
  });

/** @returns false when there is nothing to serve under this path. */
export async function serveStatic(res: ServerResponse, folder: string, urlPath: string, mark: string): Promise<boolean> {
  const file = within(folder, urlPath === '/' ? 'index.html' : urlPath);
  const found = file ? await read(file) : undefined;
  if (found && file) {
    send(res, file, found, mark);
    return true;
  }
  const index = path.extname(urlPath) ? undefined : await read(path.join(folder, 'index.html'));
  if (index) send(res, 'index.html', index, mark);
  return index !== undefined;
}
