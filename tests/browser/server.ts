/** Serves the built web version, with Chinese glyphs from an npm package and answers that a test gives. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Call, Envelope } from '../../types/contract';

export type Answer = (domain: string, call: Call) => Envelope<unknown> | Promise<Envelope<unknown>>;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function sendFile(response: ServerResponse, folder: string, name: string): void {
  const file = path.join(folder, name === '/' ? 'index.html' : decodeURIComponent(name));
  if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

const noAnswer: Answer = () => ({ ok: false, error: { code: 'NOT_FOUND' } });

/** @returns the address, and how to stop. Without `answer` every call is NOT_FOUND. */
export async function serveH5(folder: string, answer: Answer = noAnswer): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').split('?')[0]!;
    if (name.startsWith('/api/')) {
      const reply = await answer(name.slice(5), JSON.parse(await bodyOf(request)) as Call);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    } else sendFile(response, folder, name);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
