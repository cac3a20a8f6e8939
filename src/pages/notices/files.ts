import Taro from '@tarojs/taro';
import { isWeapp } from '../../services/platform';

type Kind = 'pdf' | 'docx' | 'xlsx';

/** Opens an attachment: WeChat shows it in the phone's own reader, the web downloads it. A phone that cannot says so itself. */
export async function openFile({ url, name }: { url: string; name: string }): Promise<void> {
  if (!isWeapp) {
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    return;
  }
  const fileType = name.split('.').pop() as Kind;
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
  } catch {
    void Taro.showToast({ title: '附件没有打开，请检查网络再试', icon: 'none' });
  }
}
