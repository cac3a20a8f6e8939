import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import './TopBar.css';

const goBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: '/pages/home/index' });
};

/** The title bar of the web version; WeChat draws its own. */
export function TopBar({ title, back }: { title: string; back: boolean }) {
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title]);
  return (
    <View className="topbar">
      {back ? (
        <Press className="topbar-back" label="返回" onPress={goBack}>
          <Icon name="back" />
        </Press>
      ) : null}
      <View className="topbar-title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
    </View>
  );
}
