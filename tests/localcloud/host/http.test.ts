import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { startLocalCloud } from '../../../localcloud';
import { call, newFolder, open } from './harness';

type Bed = Awaited<ReturnType<typeof open>>;

/** `fetch` does not let one choose the Host header. */
const statusWith = (port: number, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/local/clock', headers }, reply => {
      reply.resume();
      resolve(reply.statusCode!);
    })
      .on('error', reject)
      .end();
  });

describe('HTTP access', () => {
  let bed: Bed;
  let api: string;
  beforeAll(async () => {
    const staticDir = newFolder();
    mkdirSync(path.join(staticDir, 'js'));
    writeFileSync(path.join(staticDir, 'index.html'), '<html><head><title>app</title></head></html>');
    writeFileSync(path.join(staticDir, 'js', 'app.js'), 'run()');
    bed = await open(['rough', 'shop'], { staticDir, pageMark: 'my-mark' });
    api = `${bed.cloud.url}/api`;
  });
  afterAll(() => bed.close());

  it('gives the documented event', async () => {
    const { json } = await call(`${api}/rough/deep/request?a=1&b=%E8%8C%B6`, { x: 1 });
    expect(json).toMatchObject({
      path: '/api/rough/deep/request',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json' },
      queryStringParameters: { a: '1', b: '茶' },
      requestContext: { requestId: expect.any(String) },
      body: '{"x":1}',
      isBase64Encoded: false,
    });
  });

  it('hands over what is not text as base64', async () => {
    const reply = await fetch(`${api}/rough/request`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array([0, 255, 7]),
    });
    expect(await reply.json()).toMatchObject({ isBase64Encoded: true, body: Buffer.from([0, 255, 7]).toString('base64') });
  });

  it('understands an integrated reply, an object, a text, and bytes', async () => {
    const teapot = await call(`${api}/rough/teapot`);
    expect([teapot.status, teapot.text, teapot.headers.get('x-kind')]).toEqual([418, 'short and stout', 'tea']);
    expect(await call(`${api}/rough/object`)).toMatchObject({ status: 200, json: { plain: true } });
    expect((await call(`${api}/rough/text`)).headers.get('content-type')).toContain('text/plain');
    expect([...new Uint8Array(await (await fetch(`${api}/rough/binary`)).arrayBuffer())]).toEqual([1, 2, 250]);
  });

  it('answers the failures of a function as the platform does', async () => {
    expect(await call(`${api}/rough/throw`)).toMatchObject({ status: 500, json: { code: 'FUNCTIONS_EXECUTE_FAIL' } });
    expect(await call(`${api}/rough/hang`)).toMatchObject({ status: 433, json: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' } });
    expect(await call(`${api}/nobody`)).toMatchObject({ status: 404, json: { code: 'FUNCTION_NOT_FOUND' } });
  });

  it('refuses a text body above 100 KB with 413 and takes one below', async () => {
    expect((await call(`${api}/rough/object`, { text: 'x'.repeat(100 * 1024) })).status).toBe(413);
    expect((await call(`${api}/rough/object`, { text: 'x'.repeat(99 * 1024) })).status).toBe(200);
  });

  it('reaches a function by its own path, too', async () => {
    expect((await call(`${bed.cloud.url}/pay/notify/teapot`)).status).toBe(418);
  });

  it('serves the web app, marks its page, and falls back to it for unknown pages only', async () => {
    const { url } = bed.cloud;
    for (const page of ['/', '/orders/5'])
      expect((await call(url + page)).text).toContain('<head><meta name="my-mark" content="1">');
    expect((await call(`${url}/js/app.js`)).text).toBe('run()');
    expect((await call(`${url}/js/missing.js`)).status).toBe(404);
    expect((await call(`${url}/..%2f..%2fetc%2fpasswd`)).text).not.toContain('root:');
  });

  it('refuses foreign names and foreign pages', async () => {
    const { port } = bed.cloud;
    expect(await statusWith(port, { host: `localhost:${port}` })).toBe(200);
    expect(await statusWith(port, { host: 'evil.example' })).toBe(403);
    expect(await statusWith(port, { host: `evil.example:${port}` })).toBe(403);
    expect(await statusWith(port, { origin: `http://127.0.0.1:${port}` })).toBe(200);
    expect(await statusWith(port, { origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await statusWith(port, { origin: 'null' })).toBe(403);
    expect(await statusWith(port, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
  });

  it('says so when the port is taken', async () => {
    const again = startLocalCloud({ port: bed.cloud.port, dir: ':memory:', functionsDir: bed.functionsDir, quiet: true });
    await expect(again).rejects.toThrow(/is in use/);
  });
});
