/** Larger things go through the storage: rosters come in, workbooks go out. */
import { cloud } from './database';

/** Where a browser or the mini-program may put one file, and the id it will have. */
export type UploadTicket = { fileId: string; url: string; fields: Record<string, string> };

export const files = {
  /** @returns the permission to upload one file to `path`. */
  async ticket(path: string): Promise<UploadTicket> {
    const { data } = await cloud().getUploadMetadata({ cloudPath: path });
    const { url, token, authorization, fileId, cosFileId } = data as Record<
      'url' | 'token' | 'authorization' | 'fileId' | 'cosFileId',
      string
    >;
    return {
      fileId,
      url,
      fields: { key: path, signature: authorization, 'x-cos-meta-fileid': cosFileId, 'x-cos-security-token': token },
    };
  },

  async put(path: string, content: Buffer): Promise<string> {
    const { fileID } = await cloud().uploadFile({ cloudPath: path, fileContent: content as never });
    return fileID;
  },

  async get(fileId: string): Promise<Buffer> {
    const { fileContent } = await cloud().downloadFile({ fileID: fileId });
    return fileContent as Buffer;
  },

  /** An address that is good for ten minutes. */
  async address(fileId: string): Promise<string> {
    const { fileList } = await cloud().getTempFileURL({ fileList: [{ fileID: fileId, maxAge: 600 }] });
    return fileList[0]?.tempFileURL ?? '';
  },

  /** Addresses of several files, good for an hour; a file that is gone is left out. One call. */
  async addresses(fileIds: readonly string[]): Promise<Record<string, string>> {
    if (fileIds.length === 0) return {};
    const { fileList } = await cloud().getTempFileURL({ fileList: fileIds.map(fileID => ({ fileID, maxAge: 3600 })) });
    return Object.fromEntries(fileList.filter(file => file.tempFileURL).map(file => [file.fileID, file.tempFileURL]));
  },

  async remove(fileId: string): Promise<void> {
    await cloud().deleteFile({ fileList: [fileId] });
  },
};
