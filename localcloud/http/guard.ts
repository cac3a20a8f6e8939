/**
 * A page of another site must not reach this server through the browser of the developer: neither by a name that resolves to
 * 127.0.0.1 (foreign Host) nor by a cross-origin call. There are no CORS headers anywhere, on purpose.
 */
import type { IncomingMessage } from 'node:http';

const NAMES = ['127.0.0.1', 'localhost'];

/** @returns why the request is refused, or undefined when it is welcome. */
export function refusal(req: IncomingMessage, port: number): string | undefined {
  const host = req.headers.host ?? '';
  if (!NAMES.some(name => host === `${name}:${port}` || (port === 80 && host === name))) return `foreign Host header: ${host}`;
  const { origin } = req.headers;
  if (origin !== undefined && origin !== `http://${host}`) return `cross-origin call from ${origin}`;
  const site = req.headers['sec-fetch-site'];
  const isPageVisit =
    req.method === 'GET' && req.headers['sec-fetch-mode'] === 'navigate' && req.headers['sec-fetch-dest'] === 'document';
  if ((site === 'cross-site' || site === 'same-site') && !isPageVisit) return `cross-origin call (${site})`;
  return undefined;
}
