import { View } from '@tarojs/components';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { List, Row } from '../../components/List';
import { NoticeBar } from '../../components/NoticeBar';
import { ServiceGrid } from '../../components/ServiceGrid';
import { setElder } from '../../services/elder';
import { go } from '../../services/go';
import type { Letters } from '../letters/queries';
import type { HomeData } from './data';
import type { MySafety } from './safety';
import { Coming, Today } from './Today';
import { servicesOf } from './ways';
import { greeting } from './words';

/** The newest unread letter; always one line, so that nothing below it moves when the letters come. */
const noticeOf = (letters: Letters | undefined): string => {
  const newest = letters?.letters.find(letter => letter.readAt === undefined);
  return newest ? newest.title : '没有新消息';
};

interface StandardProps {
  data: HomeData;
  letters: Letters | undefined;
  mine: MySafety | undefined;
  /** When what one promised in a mediation is due; undefined when nothing is. */
  due: string | undefined;
}

/** Template 1: greeting, one line of notice, the card of today, the services. */
export function StandardHome({ data, letters, mine, due }: StandardProps) {
  const { me } = data;
  const where = [me.community?.name, me.resident?.address].filter(Boolean).join(' · ');
  return (
    <>
      <View className="row">
        <View className="grow">
          <View className="t-hero" {...aria({ role: 'heading' })}>
            {`${greeting()}，${me.account.name}`}
          </View>
          {where ? <View className="t-secondary">{where}</View> : null}
        </View>
        <BigButton small kind="plain" text="切换大字版" onPress={() => setElder(true)} />
      </View>
      <NoticeBar text={noticeOf(letters)} count={letters?.unread || undefined} onPress={() => go('pages/letters/index')} />
      {due ? (
        <List>
          <Row title="您答应要做的事" value={due} onPress={() => go('pages/mediation/mine/index')} />
        </List>
      ) : null}
      <Today data={data} mine={mine} />
      <ServiceGrid services={servicesOf(me)} />
      <Coming orders={data.orders} today={data.today} />
    </>
  );
}
