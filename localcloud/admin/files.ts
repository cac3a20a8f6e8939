/** The storage endpoint: what upload and download addresses lead to. Refusals are XML, as the platform's object storage answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, readForm, sendText } from '../http/exchange';
import { contentType } from '../http/static';
import type { FileStore } from './storage';

const UPLOAD_LIMIT = 100 * 1024 * 1024;

function refuse(res: ServerResponse, status: number, code: string, message: string): void {
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  sendText(res, status, 'application/xml', xml);
}

/** PUT with the `authorization` header (the SDK) or POST of a form with `key`, `signature` and `file` (browser, mini-program). */
export async function upload(files: FileStore, req: IncomingMessage, res: ServerResponse, pathName: string): Promise<void> {
  const raw = await readBody(req, UPLOAD_LIMIT);
  const type = req.headers['content-type'] ?? '';
  const isForm = req.method === 'POST' && type.startsWith('multipart/');
  const form = isForm ? await readForm(type, raw) : undefined;
  const name = form ? String(form.get('key') ?? '') : decodeURIComponent(pathName);
  const signature = form ? String(form.get('signature') ?? form.get('Signature') ?? '') : (req.headers.authorization ?? '');
  const content = form ? form.get('file') : raw;
  const parts = new URLSearchParams(signature);
  if (!files.allows('put', name, Number(parts.get('q-sign-time')), parts.get('q-signature') ?? '')) {
    return refuse(res, 403, 'SignatureDoesNotMatch', 'the upload permission does not fit this file or has expired');
  }
  if (!Buffer.isBuffer(content)) return refuse(res, 400, 'InvalidArgument', 'the form has no file');
  await files.write(name, content);
  const status = form ? Number(form.get('success_action_status') ?? 204) : 200;
  res.writeHead([200, 201, 204].includes(status) ? status : 204, { 'content-length': 0 });
  res.end();
}

/** GET and HEAD of a file with its signature. */
export async function download(
  files: FileStore,
  req: IncomingMessage,
  res: ServerResponse,
  pathName: string,
  query: URLSearchParams,
): Promise<void> {
  const name = decodeURIComponent(pathName);
  if (!files.allows('get', name, Number(query.get('t')), query.get('sign') ?? '')) {
    return refuse(res, 403, 'AccessDenied', 'the address has expired or is not signed for this file');
  }
  const content = await files.read(name);
  if (!content) return refuse(res, 404, 'NoSuchKey', 'there is no such file');
  // A file from a user must never run as a page of this server.
  const headers = {
    'content-type': contentType(name),
    'content-length': content.length,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  };
  res.writeHead(200, headers);
  res.end(req.method === 'HEAD' ? undefined : content);
}
