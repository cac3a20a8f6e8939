/** A picture of a door, taken without network: kept on the phone until it can be sent. */
import Taro from '@tarojs/taro';
import { newRequestId } from '../../services/gesture';
import { isWeapp } from '../../services/platform';
import { forget, keep, recall } from '../../services/store';
import { upload } from '../desk/files';
import { choosePhoto } from '../desk/photo';

const dataOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** WeChat clears its temporary files when the app ends, so the picture moves to where files stay. */
const saved = (tempFilePath: string): Promise<string> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: reject,
    }),
  );

/** @returns what to keep in the deed; undefined when the person changed their mind or the phone has no room. */
export async function takePicture(): Promise<string | undefined> {
  const chosen = await choosePhoto();
  if (!chosen) return undefined;
  if (!chosen.file) return saved(chosen.path).catch(() => undefined);
  const key = `jl:door:${newRequestId()}`;
  return keep(key, await dataOf(chosen.file)) ? key : undefined;
}

type Ticket = { fileId: string; url: string; fields: Record<string, string> };

/** Puts a kept picture into the storage. @returns its id there; undefined when it is gone from the phone. */
export async function sendPicture(kept: string, ticketOf: () => Promise<Ticket>): Promise<string | undefined> {
  if (isWeapp) {
    const ticket = await ticketOf();
    await upload(ticket, { name: 'photo.jpg', size: 0, path: kept });
    return ticket.fileId;
  }
  const data = recall<string>(kept);
  if (!data) return undefined;
  const file = new File([await (await fetch(data)).blob()], 'photo.jpg', { type: 'image/jpeg' });
  const ticket = await ticketOf();
  await upload(ticket, { name: 'photo.jpg', size: file.size, path: '', file });
  return ticket.fileId;
}

/** Sent: it need not stay on the phone. */
export function dropPicture(kept: string): void {
  if (isWeapp) Taro.getFileSystemManager().removeSavedFile({ filePath: kept, fail: () => undefined });
  else forget(kept);
}
