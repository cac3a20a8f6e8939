/** Evidence: chosen or photographed, made small, uploaded where the ticket says; papers that come back are opened. */
import Taro from '@tarojs/taro';
import { Failure } from '../../services/door';
import { isWeapp } from '../../services/platform';
import { type Chosen, chooseOnWeb, upload } from '../desk/files';
import { mediation } from './queries';
import { ENDINGS, endingOf } from './sense';

/** The longer side of a photo in pixels: a crack in a wall and a line of small print stay readable. */
const LARGEST = 1600;
const QUALITY = 0.8;

async function smallOnWeb(file: File): Promise<Chosen> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Failure('NOT_A_PICTURE');
  });
  const scale = Math.min(1, LARGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob) throw new Failure('NOT_A_PICTURE');
  const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  return { name, size: blob.size, path: '', file: new File([blob], name, { type: 'image/jpeg' }) };
}

async function photoInWechat(): Promise<Chosen | undefined> {
  const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] });
  const [first] = tempFiles;
  return first && { name: '照片.jpg', size: first.size, path: first.tempFilePath };
}

async function paperInWechat(): Promise<Chosen | undefined> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ENDINGS.slice() });
  return tempFiles[0];
}

async function chooseOnWebAs(what: 'photo' | 'paper'): Promise<Chosen | undefined> {
  const chosen = await chooseOnWeb(what === 'photo' ? 'image/*' : ENDINGS.map(each => `.${each}`).join(','));
  return chosen?.file && what === 'photo' ? smallOnWeb(chosen.file) : chosen;
}

async function choose(what: 'photo' | 'paper'): Promise<Chosen | undefined> {
  if (!isWeapp) return chooseOnWebAs(what);
  // Changing one's mind is not a failure.
  return (what === 'photo' ? photoInWechat() : paperInWechat()).catch(() => undefined);
}

/**
 * @param most bytes of one file, from the guide
 * @returns undefined when the person changes their mind
 * @throws Failure when it is not a file for evidence, is too large, or does not arrive
 */
export async function takeFile(
  what: 'photo' | 'paper',
  most: number,
  onChosen: () => void,
): Promise<{ fileId: string; name: string } | undefined> {
  const chosen = await choose(what);
  if (!chosen) return undefined;
  onChosen();
  const ending = endingOf(chosen.name);
  if (!ending || chosen.size > most) throw new Failure('FILE_NOT_USABLE');
  const ticket = await mediation('evidenceTicket', { ending });
  await upload(ticket, chosen);
  return { fileId: ticket.fileId, name: chosen.name.slice(-60) };
}

async function openInWechat(url: string, name: string): Promise<void> {
  const ending = endingOf(name);
  if (ending === 'jpg' || ending === 'png') {
    await Taro.previewImage({ urls: [url] });
  } else if (ending === 'mp4') {
    await Taro.previewMedia({ sources: [{ url, type: 'video' }] });
  } else if (ending === 'mp3') {
    const sound = Taro.createInnerAudioContext();
    sound.src = url;
    sound.play();
  } else {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType: name.endsWith('.docx') ? 'docx' : 'pdf', showMenu: true });
  }
}

/** Shows a paper or a piece of evidence. @throws Failure when the phone cannot fetch it */
export async function openFile({ url, name }: { url: string; name: string }): Promise<void> {
  if (isWeapp) {
    await openInWechat(url, name).catch(() => {
      throw new Failure('OFFLINE');
    });
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.target = '_blank';
  link.click();
}
