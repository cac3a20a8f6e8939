import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { go } from '../../../services/go';
import { type DeskPage, pageOf, pagesWithin } from '../../desk/nav';
import { useMe } from '../../desk/queries';
import '../desk-care.css';

const ROOT = 'desk-care';

interface Props {
  here: string;
  /** Something is open: a phone shows that alone. */
  busy?: boolean;
}

/** The pages of the care, above the work. A phone shows them on the first page alone, below it: from the others one goes back. */
export function Inner({ here, busy = false }: Props) {
  const me = useMe();
  const pages = pagesWithin(ROOT, me.data?.roles ?? []);
  if (pages.length < 2) return null;
  return (
    <View
      className={`care-ways ${here === 'board' && !busy ? '' : 'wide-only'}`}
      {...aria({ role: 'navigation', label: '托管的各页' })}
    >
      {pages.map((page, i) => (
        <Way key={page.page} page={page} text={i === 0 ? '今天' : page.text} on={page.page === pageOf(`${ROOT}/${here}`)} />
      ))}
    </View>
  );
}

const Way = ({ page, text, on }: { page: DeskPage; text: string; on: boolean }) => (
  <Press
    role="link"
    label={on ? `${text}，当前页` : text}
    className={`care-way ${on ? 'care-way-here' : ''}`}
    onPress={() => !on && go(page.page)}
  >
    <Icon name={page.icon} size="small" />
    <View>{text}</View>
  </Press>
);
