import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { BigButton } from './BigButton';
import './Split.css';

interface Props {
  list: ReactNode;
  /** What is open; on a phone it takes the place of the list. */
  detail?: ReactNode;
  /** Back to the list, on a phone. */
  onBack: () => void;
  /** Beside the list while nothing is open. */
  hint: string;
}

/** List and detail side by side where the screen is wide, one after the other on a phone. */
export const Split = ({ list, detail, onBack, hint }: Props) => (
  <View className={`split ${detail ? 'split-open' : ''}`}>
    <View className="split-list">{list}</View>
    <View className="split-detail">
      {detail ? (
        <>
          <View className="split-back">
            <BigButton small kind="plain" icon="back" text="返回列表" onPress={onBack} />
          </View>
          {detail}
        </>
      ) : (
        <View className="split-hint">{hint}</View>
      )}
    </View>
  </View>
);
