import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tcb from '@cloudbase/node-sdk';
import { newFolder, open } from './harness';

type Bed = Awaited<ReturnType<typeof open>>;
type Ticket = Record<'url' | 'token' | 'authorization' | 'fileId' | 'cosFileId', string>;

describe('storage', () => {
  let bed: Bed;
  let app: ReturnType<typeof tcb.init>;
  beforeAll(async () => {
    bed = await open([]);
    app = tcb.init({
      env: 'local',
      secretId: 'x',
      secretKey: 'x',
      serviceUrl: `${bed.cloud.url}/admin`,
      protocol: 'http',
    } as never);
  });
  afterAll(() => bed.close());

  const upload = async (cloudPath: string, content: string): Promise<string> =>
    (await app.uploadFile({ cloudPath, fileContent: Buffer.from(content) as never })).fileID;
  const download = async (fileID: string): Promise<string> => String((await app.downloadFile({ fileID })).fileContent);

  it('takes and gives back what the SDK uploads, Chinese names and streams included', async () => {
    const id = await upload('名单/第一 批.txt', '陈奶奶');
    expect(id).toBe('cloud://local.local/名单/第一 批.txt');
    expect(await download(id)).toBe('陈奶奶');
    const file = path.join(newFolder(), 'stream.bin');
    writeFileSync(file, 'x'.repeat(200_000));
    const { fileID } = await app.uploadFile({ cloudPath: 'big.bin', fileContent: createReadStream(file) });
    expect((await download(fileID)).length).toBe(200_000);
  });

  it('takes the form of a browser with the metadata of the SDK, and nothing without them', async () => {
    const { data } = await app.getUploadMetadata({ cloudPath: 'photo.png' });
    const { url, token, authorization, fileId, cosFileId } = data as unknown as Ticket;
    const send = (signature: string, key = 'photo.png') => {
      const form = new FormData();
      for (const [name, value] of Object.entries({
        key,
        signature,
        'x-cos-security-token': token,
        'x-cos-meta-fileid': cosFileId,
      }))
        form.append(name, value);
      form.append('file', new Blob(['picture']), 'photo.png');
      return fetch(url, { method: 'POST', body: form });
    };
    expect((await send(authorization)).status).toBe(204);
    expect(await download(fileId)).toBe('picture');
    expect((await send('q-sign-time=99999999999&q-signature=00')).status).toBe(403);
    expect((await send(authorization, 'other.png')).status).toBe(403);
  });

  it('gives addresses that end, are only for one file, and answer HEAD', async () => {
    const id = await upload('a/menu.pdf', '%PDF');
    const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: id, maxAge: 60 }] });
    const address = fileList[0]!.tempFileURL;
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.headers.get('content-type'), head.headers.get('content-length')]).toEqual(['application/pdf', '4']);
    expect((await fetch(address.replace('menu', 'other'))).status).toBe(403);
    await bed.cloud.advance(61_000);
    expect((await fetch(address)).status).toBe(403);
  });

  it('copies and removes, and says what is not there', async () => {
    const id = await upload('old/x.txt', 'x');
    await app.copyFile({ fileList: [{ srcPath: 'old/x.txt', dstPath: 'new/x.txt' }] });
    expect(await download('cloud://local.local/new/x.txt')).toBe('x');
    expect((await app.deleteFile({ fileList: [id] })).fileList).toEqual([{ code: 'SUCCESS', fileID: id }]);
    await expect(app.downloadFile({ fileID: id })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  it.each(['../out.txt', '/abs.txt', 'a//b', 'a/../../b', ''])('refuses the path "%s"', async cloudPath => {
    await expect(app.uploadFile({ cloudPath, fileContent: Buffer.from('x') as never })).rejects.toMatchObject({
      code: 'STORAGE_EXCEED_AUTHORITY',
    });
  });
});
