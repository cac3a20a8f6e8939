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
  onKnown: (id: string) => Promise<void>;
}

const HURRY = { emergency: '紧急', urgent: '急', normal: '新' } as const;

/** One message in whole sentences, with the way to what it is about. */
export const LetterCard = ({ letter, fresh, today, onKnown }: Props) => {
  const { id, title, text, page, at, urgency, asks } = letter;
  return (
    <View {...aria({ role: 'listitem' })}>
      <Card title={title} aside={fresh || asks ? <Tag word={HURRY[urgency]} tone="danger" /> : undefined}>
        <View className="t-body">{text}</View>
        {asks ? (
          <View className="letter-foot">
            <BigButton icon="check" text="知道了" label={`知道了：${title}`} onPress={() => onKnown(id)} />
          </View>
        ) : null}
        <View className="row letter-foot">
          <View className="grow t-secondary">{`${dayText(dayOf(at), today)} ${clockText(minuteOf(at))}`}</View>
          {page && page !== 'pages/letters/index' ? (
            <BigButton small kind="secondary" text="去看看" label={`去看看：${title}`} onPress={() => go(page)} />
          ) : null}
        </View>
      </Card>
    </View>
  );
};
