import { View } from '@tarojs/components';
export default function Home() {
  return (
    <View aria-label="a" onClick={() => {}}>
      hi
    </View>
  );
}
