import { Image, View } from '@tarojs/components';
import { Icon } from '../../../components/Icon';
import { isWeapp } from '../../../services/platform';

/** WeChat opens file ids of the storage itself; the web needs an address. */
const addressOf = (photo: string | undefined): string | undefined =>
  photo && (/^https?:/.test(photo) || (isWeapp && photo.startsWith('cloud:'))) ? photo : undefined;

/** The picture of a dish; a bowl where the canteen has not taken one. */
export function DishPhoto({ photo, name }: { photo?: string; name: string }) {
  const address = addressOf(photo);
  return (
    <View className="dish-photo">
      {address ? (
        <Image className="dish-picture" src={address} mode="aspectFill" lazyLoad aria-label={name} />
      ) : (
        <Icon name="bowl" size="large" />
      )}
    </View>
  );
}
