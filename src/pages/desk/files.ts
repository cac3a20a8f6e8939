/** Workbooks come and go: opened on a phone, downloaded on a desk; chosen from a chat in WeChat, from the disk on the web. */
import Taro from '@tarojs/taro';
import { Failure } from '../../services/door';
import { isWeapp } from '../../services/platform';

export type Chosen = { name: string; size: number; path: string; file?: File };
type Ticket = { url: string; fields: Record<string, string> };

/** Shows a workbook that the cloud has written. @throws Failure when the phone cannot fetch it */
export async function openWorkbook({ url, name }: { url: string; name: string }): Promise<void> {
  if (!isWeapp) {
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    return;
  }
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true });
  } catch {
    throw new Failure('OFFLINE');
  }
}

/** The browser's own dialog. `accept` as in an input: `.xlsx`, `image/*`. */
export const chooseOnWeb = (accept: string): Promise<Chosen | undefined> =>
  new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.onchange = () => {
      const file = input.files?.[0];
      resolve(file && { name: file.name, size: file.size, path: '', file });
    };
    input.oncancel = () => resolve(undefined);
    input.click();
  });

/** One file with one of these endings. @returns undefined when the person changes their mind */
export async function chooseFile(endings: readonly string[]): Promise<Chosen | undefined> {
  if (!isWeapp) return chooseOnWeb(endings.map(ending => `.${ending}`).join(','));
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] });
    return tempFiles[0];
  } catch {
    return undefined;
  }
}

export const chooseWorkbook = (): Promise<Chosen | undefined> => chooseFile(['xlsx']);

async function uploadOnWeb({ url, fields }: Ticket, file: File): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return (await fetch(url, { method: 'POST', body: form })).status;
}

/** Puts the chosen file where the ticket says. @throws Failure when it did not arrive */
export async function upload(ticket: Ticket, chosen: Chosen): Promise<void> {
  const put = async () => {
    if (chosen.file) return uploadOnWeb(ticket, chosen.file);
    const { statusCode } = await Taro.uploadFile({
      url: ticket.url,
      filePath: chosen.path,
      name: 'file',
      formData: ticket.fields,
    });
    return statusCode;
  };
  const status = await put().catch(() => {
    throw new Failure('OFFLINE');
  });
  if (status >= 300) throw new Failure('INTERNAL');
}
