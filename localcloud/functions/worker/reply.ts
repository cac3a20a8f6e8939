/** Turns what a function returned into an HTTP reply by the documented rules of HTTP access. */
import type { HttpReply } from '../job';

type Integrated = { statusCode: number; headers?: Record<string, string | string[]>; body?: unknown; isBase64Encoded?: boolean };

const isIntegrated = (result: unknown): result is Integrated =>
  typeof result === 'object' && result !== null && typeof (result as Integrated).statusCode === 'number';

export function httpReply(result: unknown): HttpReply {
  if (isIntegrated(result)) return integrated(result);
  if (typeof result === 'object' && result !== null) return json(result);
  const body = result === undefined || result === null ? '' : String(result);
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

const json = (value: unknown): HttpReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

function integrated({ statusCode, headers = {}, body, isBase64Encoded }: Integrated): HttpReply {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (isBase64Encoded && typeof body === 'string')
    return { status: statusCode, headers: named, body: Buffer.from(body, 'base64') };
  if (typeof body === 'object' && body !== null) {
    return {
      status: statusCode,
      headers: { 'content-type': 'application/json; charset=utf-8', ...named },
      body: JSON.stringify(body),
    };
  }
  return { status: statusCode, headers: { 'content-type': 'text/plain; charset=utf-8', ...named }, body: String(body ?? '') };
}
