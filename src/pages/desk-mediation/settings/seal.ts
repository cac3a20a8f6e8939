/** The seal's picture as the contract takes it: a PNG as base64. */
import Taro from '@tarojs/taro';
import { Failure } from '../../../services/door';
import { isWeapp } from '../../../services/platform';
import { chooseOnWeb } from '../../desk/files';

/** The contract's own limit, of the picture before it is written as text. */
const MOST_BYTES = 60 * 1024;

async function onWeb(): Promise<string | undefined> {
  const chosen = await chooseOnWeb('image/png');
  if (!chosen?.file) return undefined;
  if (chosen.size > MOST_BYTES) throw new Failure('FILE_TOO_LARGE');
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Failure('NOT_A_PICTURE'));
    reader.readAsDataURL(chosen.file as File);
  });
  return address.slice(address.indexOf(',') + 1);
}

async function inWechat(): Promise<string | undefined> {
  // A PNG through a chat keeps its clear ground; the album would make a JPG of it.
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['png'] }).catch(() => undefined);
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  if (file.size > MOST_BYTES) throw new Failure('FILE_TOO_LARGE');
  return String(Taro.getFileSystemManager().readFileSync(file.path, 'base64'));
}

/** @returns undefined when the person changes their mind. @throws Failure when it is too large or cannot be read */
export const takeSeal = (): Promise<string | undefined> => (isWeapp ? inWechat() : onWeb());
