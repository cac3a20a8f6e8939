import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { goBack } from '../services/go';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import './TopBar.css';

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
