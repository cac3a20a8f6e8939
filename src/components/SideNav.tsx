import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { IconName } from '../styles/icons';
import { aria } from './aria';
import { Icon } from './Icon';
import { Press } from './Press';
import './SideNav.css';

export interface NavItem {
  text: string;
  icon: IconName;
  /** `pages/desk/today/index` */
  page: string;
  /** Every page under this folder belongs to this item: `pages/desk-mediation/`. */
  root?: string;
}

/** The work desk's pages side by side with the work, where the screen is wide; a phone has the desk's own first page instead. */
export function SideNav({ items }: { items: readonly NavItem[] }) {
  const here = useRouter().path.replace(/^\//, '').replace(/\?.*$/, '');
  return (
    <View className="sidenav" {...aria({ role: 'navigation', label: '工作台' })}>
      {items.map(({ text, icon, page, root }) => (
        <Press
          key={page}
          role="link"
          label={page === here ? `${text}，当前页` : text}
          className={`sidenav-item ${page === here || (root && here.startsWith(root)) ? 'sidenav-here' : ''}`}
          onPress={() => page !== here && void Taro.redirectTo({ url: `/${page}` })}
        >
          <Icon name={icon} size="small" />
          <View className="grow">{text}</View>
        </Press>
      ))}
    </View>
  );
}
