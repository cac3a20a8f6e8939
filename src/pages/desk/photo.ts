/** A picture, of a dish or of what is seen at a door: chosen or taken, made small on the spot, put into the storage. */
import Taro from '@tarojs/taro';
import { Failure } from '../../services/door';
import { isWeapp } from '../../services/platform';
import { type Chosen, chooseOnWeb, upload } from './files';

/** The longer side, in pixels: as wide as the widest phone shows it, and light on an old one. */
const LARGEST = 800;
const QUALITY = 0.8;

async function smallOnWeb(file: File, largest: number): Promise<File> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, largest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob) throw new Failure('NOT_A_PICTURE');
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}

async function chooseInWechat(largest: number): Promise<Chosen | undefined> {
  const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
  const [first] = tempFiles;
  if (!first) return undefined;
  const { tempFilePath } = await Taro.compressImage({
    src: first.tempFilePath,
    quality: QUALITY * 100,
    ...(first.width >= first.height ? { compressedWidth: largest } : { compressedHeight: largest }),
  });
  return { name: 'photo.jpg', size: first.size, path: tempFilePath };
}

/** @returns undefined when the person changes their mind. @throws Failure when it is no picture */
export async function choosePhoto(largest = LARGEST): Promise<Chosen | undefined> {
  if (isWeapp) return chooseInWechat(largest).catch(() => undefined);
  const chosen = await chooseOnWeb('image/*');
  if (!chosen?.file) return undefined;
  try {
    const file = await smallOnWeb(chosen.file, largest);
    return { name: file.name, size: file.size, path: '', file };
  } catch {
    throw new Failure('NOT_A_PICTURE');
  }
}

type Ticket = Parameters<typeof upload>[0] & { fileId: string };

/**
 * Chooses, asks for a place in the storage, uploads.
 * @param largest pixels of the longer side; a paper with small print needs more than a dish
 * @returns the id of the picture, undefined when the person changes their mind
 */
export async function takePhoto(
  ticketOf: () => Promise<Ticket>,
  onChosen: () => void,
  largest = LARGEST,
): Promise<string | undefined> {
  const chosen = await choosePhoto(largest);
  if (!chosen) return undefined;
  onChosen();
  const ticket = await ticketOf();
  await upload(ticket, chosen);
  return ticket.fileId;
}
