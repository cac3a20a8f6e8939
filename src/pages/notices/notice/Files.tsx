import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { OpenNotice } from '../../../../types/notices';
import { BigButton } from '../../../components/BigButton';
import { openFile } from '../files';

/** Pictures as wide as the page, a tap shows them large; the attachment opens in the phone's own reader. */
export function Files({ notice }: { notice: Pick<OpenNotice, 'title' | 'pictures' | 'attachment'> }) {
  const { pictures, attachment, title } = notice;
  const urls = pictures.map(({ url }) => url);
  return (
    <View className="col">
      {pictures.map(({ fileId, url }, at) => (
        <Image
          key={fileId}
          className="notice-picture"
          src={url}
          mode="widthFix"
          lazyLoad
          ariaLabel={`${title}，第 ${at + 1} 张图`}
          onClick={() => void Taro.previewImage({ urls, current: url }).catch(() => undefined)}
        />
      ))}
      {attachment ? (
        <BigButton kind="secondary" icon="download" text={`打开附件：${attachment.name}`} onPress={() => openFile(attachment)} />
      ) : null}
    </View>
  );
}
