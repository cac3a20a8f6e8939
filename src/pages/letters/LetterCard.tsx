import { View } from '@tarojs/components';
import { type CivilDate, clockText, dayOf, dayText, minuteOf } from '../../../types/time';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { Card } from '../../components/Card';
import { Tag } from '../../components/Tag';
import { go } from '../../services/go';
import type { LetterView } from './queries';

interface Props {
  letter: LetterView;
  /** It was unread when the page was opened. */
  fresh: boolean;
  today: CivilDate;
}

/** One message in whole sentences, with the way to what it is about. */
export const LetterCard = ({ letter: { title, text, page, at }, fresh, today }: Props) => (
  <View {...aria({ role: 'listitem' })}>
    <Card title={title} aside={fresh ? <Tag word="新" tone="danger" /> : undefined}>
      <View className="t-body">{text}</View>
      <View className="row letter-foot">
        <View className="grow t-secondary">{`${dayText(dayOf(at), today)} ${clockText(minuteOf(at))}`}</View>
        {page && page !== 'pages/letters/index' ? (
          <BigButton small kind="secondary" text="去看看" label={`去看看：${title}`} onPress={() => go(page)} />
        ) : null}
      </View>
    </Card>
  </View>
);
