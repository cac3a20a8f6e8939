/** The one port of the local cloud: who may come in, and which part answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { download, upload } from '../admin/files';
import { consolePage } from '../console';
import { door, isDoor } from '../doors';
import { httpAccess } from '../functions/httpAccess';
import type { Parts } from '../parts';
import { HttpError, sendJson, sendText } from './exchange';
import { refusal } from './guard';
import { serveStatic } from './static';

/** Longer than any client keeps an idle connection, so that the client is always the one who ends it. */
const KEEP_ALIVE_MS = 120_000;

/** Listens on 127.0.0.1. `parts` may come later: requests before that are refused with 503. @throws Error when the port is taken */
export function listen(port: number, parts: () => Parts | undefined): Promise<{ server: Server; port: number }> {
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, connectionsCheckingInterval: 60_000, noDelay: true },
    (req, res) => {
      const ready = parts();
      if (!ready) return sendText(res, 503, 'text/plain', 'the local cloud is starting');
      answer(ready, req, res).catch(error => fail(res, error));
    },
  );
  server.requestTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`port ${port} of 127.0.0.1 is in use: stop the other program or choose another port`) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

function fail(res: ServerResponse, error: unknown): void {
  if (res.headersSent) res.destroy();
  else if (error instanceof HttpError) sendJson(res, error.status, error.body);
  else sendJson(res, 500, { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) });
}

/** `/admin` first, without parsing the address: most requests are database calls. */
async function answer(parts: Parts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const refused = refusal(req, parts.port);
  if (refused) throw new HttpError(403, 'FORBIDDEN', refused);
  const target = req.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (path === '/admin' || path.startsWith('/admin/')) return parts.admin.handle(req, res, path.slice('/admin/'.length));
  return route(parts, req, res, path, new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)));
}

async function route(
  parts: Parts,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const api = /^\/api\/([^/]+)/.exec(path)?.[1];
  if (api) return httpAccess(parts.runner, api, req, res, path, query);
  if (isDoor(path)) return door(parts, req, res, path, query);
  if (path.startsWith('/storage/upload/')) return upload(parts.files, req, res, path.slice('/storage/upload/'.length));
  if (path.startsWith('/storage/file/')) return download(parts.files, req, res, path.slice('/storage/file/'.length), query);
  if (path === '/console')
    return sendText(res, 200, 'text/html; charset=utf-8', consolePage(parts), { 'cache-control': 'no-store' });
  const mounted = parts.catalog.byHttpPath(path);
  if (mounted) return httpAccess(parts.runner, mounted.name, req, res, path, query);
  const { staticDir, pageMark = 'local-cloud' } = parts.options;
  if (req.method === 'GET' && staticDir && (await serveStatic(res, staticDir, decodeURIComponent(path), pageMark))) return;
  if (path === '/' && !staticDir) return void res.writeHead(302, { location: '/console' }).end();
  throw new HttpError(404, 'NOT_FOUND', `nothing is served at ${path}`);
}
