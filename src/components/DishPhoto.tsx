import { Image, View } from '@tarojs/components';
import { usePhoto } from '../services/photos';
import { Icon } from './Icon';
import './DishPhoto.css';

/** The picture of a dish; a bowl where the canteen has not taken one, and until it is there. */
export function DishPhoto({ photo, name }: { photo?: string; name: string }) {
  const address = usePhoto(photo);
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
