import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { AlertView } from '../../../../types/safety';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Press } from '../../../components/Press';
import { isWeapp } from '../../../services/platform';
import { useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import './photos.css';

/** The web wants the name on the picture itself; in WeChat the button around it is what is read. */
const named = (alt: string) => (isWeapp ? {} : { nativeProps: { alt } });

/** What was photographed, in the order in which it came; nothing where there is nothing. */
export function Photos({ alert }: { alert: AlertView }) {
  const ids = [alert.photo, ...alert.timeline.map(({ photo }) => photo)].filter(photo => photo !== undefined);
  const photos = useQueryOf(safety, 'photos', { id: alert.id }, { when: ids.length > 0 });
  if (ids.length === 0) return null;
  const urls = ids.map(id => photos.data?.photos[id]).filter(url => url !== undefined);
  return (
    <Card title="现场照片">
      <FailureNote failure={photos.failure} onRetry={() => void photos.reload()} />
      <View className="alert-photos">
        {urls.map((url, i) => (
          <Press key={url} label={`放大第 ${i + 1} 张照片`} onPress={() => void Taro.previewImage({ urls, current: url })}>
            <Image className="alert-photo" src={url} mode="aspectFill" {...named(`第 ${i + 1} 张照片`)} />
          </Press>
        ))}
      </View>
    </Card>
  );
}
