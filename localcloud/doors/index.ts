/**
 * Everything below `/local`, `/wechat`, `/tencentcloud`, `/wecom` and `/relay`: a table of method and path. A handler returns the JSON to
 * send, or throws an HttpError.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError, isFields, parseJson, readBody, sendJson } from '../http/exchange';
import type { Parts } from '../parts';
import { localDoors } from './local';
import { peopleDoors } from './people';
import { providerDoors } from './providers';

const BODY_LIMIT = 4 * 1024 * 1024;

const doors = Object.entries({ ...localDoors, ...peopleDoors, ...providerDoors }).map(([key, handle]) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, pattern: new RegExp(`^${path.replace('*', '([^/]+)')}/?$`), handle };
});

export const isDoor = (path: string): boolean => /^\/(local|wechat|tencentcloud|wecom|relay)(\/|$)/.test(path);

export async function door(
  parts: Parts,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const here = doors.filter(({ pattern }) => pattern.test(path));
  const found = here.find(({ method }) => method === req.method);
  if (!found)
    throw new HttpError(here.length > 0 ? 405 : 404, here.length > 0 ? 'WRONG_METHOD' : 'NOT_FOUND', `no ${req.method} ${path}`);
  const parsed = parseJson((await readBody(req, BODY_LIMIT)).toString());
  const body = isFields(parsed) ? parsed : { list: parsed };
  const name = decodeURIComponent(found.pattern.exec(path)?.[1] ?? '');
  sendJson(res, 200, await found.handle(parts, { query, headers: req.headers, body, name }));
}
