import { View } from '@tarojs/components';
import { type CivilDate, clockText, dayOf, dayText, minuteOf } from '../../../types/time';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { Card } from '../../components/Card';
import { FailureNote } from '../../components/FailureNote';
import { Tag } from '../../components/Tag';
import { go } from '../../services/go';
import { useCommand } from '../../services/useDoor';
import { courier, type LetterView } from './queries';

interface Props {
  letter: LetterView;
  /** It was unread when the page was opened. */
  fresh: boolean;
  today: CivilDate;
}

/** One message in whole sentences, with the way to what it is about. */
export function LetterCard({ letter: { id, title, text, page, at, asks }, fresh, today }: Props) {
  const saying = useCommand(courier, 'acknowledge');
  return (
    <View {...aria({ role: 'listitem' })}>
      <Card title={title} aside={fresh ? <Tag word="新" tone="danger" /> : undefined}>
        <View className="t-body">{text}</View>
        <View className="row letter-foot">
          <View className="grow t-secondary">{`${dayText(dayOf(at), today)} ${clockText(minuteOf(at))}`}</View>
          {page && page !== 'pages/letters/index' ? (
            <BigButton small kind="secondary" text="去看看" label={`去看看：${title}`} onPress={() => go(page)} />
          ) : null}
          {asks ? (
            <BigButton small text="知道了" label={`知道了：${title}`} busy={saying.busy} onPress={() => saying.run({ id })} />
          ) : null}
        </View>
        <FailureNote failure={saying.failure} onRetry={saying.retry} />
      </Card>
    </View>
  );
}
