import { View } from '@tarojs/components';
import { dayOf } from '../../../types/time';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { Empty } from '../../components/Empty';
import { FailureNote } from '../../components/FailureNote';
import { ReadAloud } from '../../components/ReadAloud';
import { Screen } from '../../components/Screen';
import { go } from '../../services/go';
import { systemNow } from '../../services/platform';
import { wayOn } from '../home/ways';
import { REMINDERS } from '../me/rows';
import { LetterCard } from './LetterCard';
import { useInbox } from './useInbox';
import './index.css';

/** Read aloud at most this many, so that it comes to an end. */
const ALOUD = 5;

/** The message centre: everything that WeChat told, and what it could not tell. */
export default function LettersPage() {
  const inbox = useInbox();
  const today = dayOf(systemNow());
  const { letters, isFresh, more } = inbox;
  const fresh = letters.filter(isFresh).length;
  const aloud = letters.slice(0, Math.max(1, Math.min(fresh, ALOUD))).map(({ title, text }) => `${title}。${text}`);
  return (
    <Screen title="消息" of={inbox} refusedAction={wayOn(inbox.failure)}>
      {() =>
        letters.length === 0 ? (
          <Empty icon="bell" title="还没有消息" next="订餐、停餐、家人关联的消息都会在这里。" />
        ) : (
          <>
            <View className="row">
              <View className="grow t-section" {...aria({ role: 'heading' })}>
                {fresh > 0 ? `${fresh} 条新消息` : '没有新消息'}
              </View>
              <ReadAloud text={aloud.join('。')} />
            </View>
            <View className="col" {...aria({ role: 'list', label: '消息' })}>
              {letters.map(letter => (
                <LetterCard key={letter.id} letter={letter} fresh={isFresh(letter)} today={today} onKnown={inbox.know} />
              ))}
            </View>
            <FailureNote failure={inbox.moreFailure} />
            {more ? <BigButton kind="plain" text="看更早的消息" onPress={more} /> : null}
            <BigButton kind="plain" icon="gear" text="提醒设置" onPress={() => go(REMINDERS)} />
          </>
        )
      }
    </Screen>
  );
}
