import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { go } from '../../../services/go';
import { type DeskPage, pageOf, pagesWithin } from '../../desk/nav';
import { useMe } from '../../desk/queries';
import '../desk-mediation.css';

const ROOT = 'desk-mediation';

/** The pages of mediation, above the work. A phone shows them on the first page alone: from the others one goes back. */
export function Inner({ here }: { here: string }) {
  const me = useMe();
  const pages = pagesWithin(ROOT, me.data?.roles ?? []);
  if (pages.length < 2) return null;
  return (
    <View className={`inner ${here === 'queue' ? '' : 'inner-wide'}`} {...aria({ role: 'navigation', label: '调解的各页' })}>
      {pages.map((page, i) => (
        <Way key={page.page} page={page} text={i === 0 ? '案件' : page.text} on={page.page === pageOf(`${ROOT}/${here}`)} />
      ))}
    </View>
  );
}

const Way = ({ page, text, on }: { page: DeskPage; text: string; on: boolean }) => (
  <Press
    role="link"
    label={on ? `${text}，当前页` : text}
    className={`inner-way ${on ? 'inner-here' : ''}`}
    onPress={() => !on && go(page.page)}
  >
    <Icon name={page.icon} size="small" />
    <View>{text}</View>
  </Press>
);
