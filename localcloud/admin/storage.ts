/** Cloud storage: files in a folder, reached by signed addresses that expire by the movable clock. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Fields, isFields, textOf } from '../http/exchange';
import { within } from '../http/static';

/** How long an upload permission and a default download address last, seconds. */
const UPLOAD_SECONDS = 3600;
const DOWNLOAD_SECONDS = 7200;

/** Characters that the platform refuses in a path, or that would not survive an address. */
const BAD_PATH = /(^\/)|\/\/|(^|\/)\.{1,2}(\/|$)|[\\?#%"<>|*:\p{Cc}]|\/$|^$/u;

export class FileStore {
  private readonly secret = randomBytes(16);

  constructor(
    private readonly folder: string,
    private readonly env: string,
    private readonly url: string,
    private readonly now: () => number,
  ) {}

  fileId(name: string): string {
    return `cloud://${this.env}.local/${name}`;
  }

  /** @returns the path of a file id of this environment, or undefined. */
  nameOf(fileId: string): string | undefined {
    const prefix = this.fileId('');
    return fileId.startsWith(prefix) && !BAD_PATH.test(fileId.slice(prefix.length)) ? fileId.slice(prefix.length) : undefined;
  }

  uploadTicket(name: string) {
    const until = Math.floor(this.now() / 1000) + UPLOAD_SECONDS;
    const authorization = `q-sign-algorithm=local&q-sign-time=${until}&q-signature=${this.sign('put', name, until)}`;
    const fileId = this.fileId(name);
    return {
      url: `${this.url}/storage/upload/${encodeURIComponent(name)}`,
      token: 'local',
      authorization,
      fileId,
      cosFileId: Buffer.from(fileId).toString('base64url'),
    };
  }

  /** The path is left unencoded, as the platform does: the SDK encodes the whole address. */
  downloadUrl(name: string, seconds = DOWNLOAD_SECONDS): string {
    const until = Math.floor(this.now() / 1000) + seconds;
    return `${this.url}/storage/file/${name}?sign=${this.sign('get', name, until)}&t=${until}`;
  }

  /** Whether a permission covers this file and still holds. */
  allows(method: 'put' | 'get', name: string, until: number, signature: string): boolean {
    if (BAD_PATH.test(name) || !(until * 1000 >= this.now())) return false;
    const expected = Buffer.from(this.sign(method, name, until));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  async write(name: string, content: Buffer): Promise<void> {
    const file = this.file(name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  read(name: string): Promise<Buffer | undefined> {
    return readFile(this.file(name)).catch(() => undefined);
  }

  async exists(name: string): Promise<boolean> {
    return stat(this.file(name)).then(
      found => found.isFile(),
      () => false,
    );
  }

  remove(name: string): Promise<void> {
    return rm(this.file(name), { force: true });
  }

  async copy(from: string, to: string): Promise<void> {
    await mkdir(path.dirname(this.file(to)), { recursive: true });
    await copyFile(this.file(from), this.file(to));
  }

  isName(name: string): boolean {
    return !BAD_PATH.test(name) && Buffer.byteLength(name) <= 1024;
  }

  private file(name: string): string {
    const file = BAD_PATH.test(name) ? undefined : within(this.folder, name);
    if (!file) throw new Error(`not a file name: ${name}`);
    return file;
  }

  private sign(method: string, name: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${method}\n${name}\n${until}`).digest('hex');
  }
}

type Stored = { data?: unknown; code?: string; message?: string };

const listOf = (request: Fields, name: string): unknown[] => (Array.isArray(request[name]) ? (request[name] as unknown[]) : []);

/** The storage actions of the SDK; undefined for one that is not simulated. */
export async function storageAction(files: FileStore, request: Fields & { action: string }): Promise<Stored | undefined> {
  switch (request.action) {
    case 'storage.getUploadMetadata': {
      const name = textOf(request, 'path');
      if (!files.isName(name)) return { code: 'STORAGE_EXCEED_AUTHORITY', message: `not a valid cloud path: ${name}` };
      return { data: files.uploadTicket(name) };
    }
    case 'storage.batchGetDownloadUrl':
      return { data: { download_list: await Promise.all(listOf(request, 'file_list').map(item => downloadItem(files, item))) } };
    case 'storage.batchDeleteFile':
      return {
        data: { delete_list: await Promise.all(listOf(request, 'fileid_list').map(id => deleteItem(files, String(id)))) },
      };
    case 'storage.batchCopyFile':
      return { data: { copy_list: await Promise.all(listOf(request, 'file_list').map(item => copyItem(files, item))) } };
    default:
      return undefined;
  }
}

async function downloadItem(files: FileStore, item: unknown) {
  const fields = isFields(item) ? item : {};
  const fileID = textOf(fields, 'fileid');
  const name = files.nameOf(fileID);
  if (!name) return { code: 'INVALID_PARAM', fileID, tempFileURL: '' };
  if (!(await files.exists(name))) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' };
  const seconds = typeof fields.max_age === 'number' ? fields.max_age : undefined;
  const url = files.downloadUrl(name, seconds);
  return { code: 'SUCCESS', fileID, tempFileURL: fields.url_type === 'COS_URL' ? encodeURI(url) : url };
}

async function deleteItem(files: FileStore, fileID: string) {
  const name = files.nameOf(fileID);
  if (!name) return { code: 'INVALID_PARAM', fileID };
  if (!(await files.exists(name))) return { code: 'STORAGE_FILE_NONEXIST', fileID };
  await files.remove(name);
  return { code: 'SUCCESS', fileID };
}

async function copyItem(files: FileStore, item: unknown) {
  const fields = isFields(item) ? item : {};
  const [from, to] = [textOf(fields, 'src_path'), textOf(fields, 'dst_path')];
  if (!files.isName(from) || !files.isName(to)) return { code: 'INVALID_PARAM', fileId: files.fileId(to) };
  if (!(await files.exists(from))) return { code: 'STORAGE_FILE_NONEXIST', fileId: files.fileId(to) };
  if (fields.overwrite === false && (await files.exists(to))) return { code: 'STORAGE_FILE_EXIST', fileId: files.fileId(to) };
  await files.copy(from, to);
  if (fields.remove_original === true) await files.remove(from);
  return { code: 'SUCCESS', fileId: files.fileId(to) };
}
