/** HTTP access: a request becomes the documented event, the function's reply becomes the response. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http/exchange';
import type { Outcome } from './job';
import type { Runner } from './runner';

/** The platform's limits for text and for anything else. */
const TEXT_LIMIT = 100 * 1024;
const BINARY_LIMIT = 6 * 1024 * 1024;

const TEXT = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/i;

/** HTTP statuses of the platform's own failures. */
const STATUSES: Record<string, number> = {
  FUNCTION_NOT_FOUND: 404,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 433,
  FUNCTIONS_EXECUTE_FAIL: 500,
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param path the path as the client asked for it. @throws HttpError 413 */
export async function httpAccess(
  runner: Runner,
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: URLSearchParams,
) {
  const type = req.headers['content-type'] ?? '';
  const isText = type === '' || TEXT.test(type);
  const raw = await readBody(req, isText ? TEXT_LIMIT : BINARY_LIMIT);
  const body = raw.toString(isText ? 'utf8' : 'base64');
  const event = {
    path,
    httpMethod: req.method ?? 'GET',
    // The access layer says who is there; a test may say it for it.
    headers: { 'x-real-ip': req.socket.remoteAddress, ...req.headers },
    queryStringParameters: Object.fromEntries(query),
    requestContext: { requestId: randomUUID(), envId: 'local', appId: 0, uin: 0 },
    body,
    isBase64Encoded: !isText,
  };
  const inner = isText ? (parsed(body) as { action?: unknown } | undefined) : undefined;
  const action = typeof inner?.action === 'string' ? inner.action.slice(0, 80) : `${event.httpMethod} ${path}`;
  respond(res, await runner.run(name, { kind: 'http' }, { value: event, action }));
}

function respond(res: ServerResponse, outcome: Outcome): void {
  if (!outcome.ok) {
    const { code, message } = outcome;
    sendJson(res, STATUSES[code] ?? 500, { code, message: message.split('\n', 1)[0], requestId: randomUUID() });
    return;
  }
  const { status, headers, body } = outcome.http!;
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = headers;
  res.writeHead(status, { ...rest, 'content-length': Buffer.byteLength(body) });
  res.end(body);
}
