import { View } from '@tarojs/components';
import { useState } from 'react';
import { dateText, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { wayOn } from '../../home/ways';
import '../case/case.css';
import { type MyCases, useMyCases } from '../queries';
import { KIND, STATUS } from '../words';
import { Promises } from './Promises';
import { lineOf, titleOf } from './words';

const TABS = [
  { value: 'open', text: '办理中' },
  { value: 'ended', text: '已结束' },
] as const;

const toApply = (offerId?: string) => go('pages/mediation/apply/index', { offerId });

/** The same homes asked about the same thing again and again; whether to talk is theirs to decide. */
const Offer = ({ offer }: { offer: MyCases['offers'][number] }) => (
  <Card tone="accent" title={`${KIND[offer.kind].word}的事，可以坐下来谈`}>
    <View className="col">
      <View className="t-body">
        {`${dateText(dayOf(offer.at))}，社区看到这件事反复报了几次。人民调解不收钱，愿不愿意由您决定；不理会也没有关系。`}
      </View>
      <BigButton kind="secondary" text="我愿意谈，去申请" onPress={() => toApply(offer.id)} />
    </View>
  </Card>
);

const Cases = ({ mine, ended }: { mine: MyCases; ended: boolean }) =>
  mine.cases.length === 0 ? (
    <Empty
      icon="page"
      title={ended ? '没有已经结束的调解' : '您没有在办的调解'}
      next={ended ? '办完的会留在这里，随时能查。' : '邻里之间有说不通的事，可以申请免费调解。'}
      action={ended ? undefined : { text: '我要申请', onPress: () => toApply() }}
    />
  ) : (
    <List label={ended ? '已结束' : '办理中'}>
      {mine.cases.map(each => (
        <Row
          key={each.id}
          title={titleOf(each)}
          text={lineOf(each, mine.now)}
          aside={
            <Tag word={each.next ? '等您办' : STATUS[each.status].word} tone={each.next ? 'accent' : STATUS[each.status].tone} />
          }
          onPress={() => go('pages/mediation/case/index', { id: each.id })}
        />
      ))}
    </List>
  );

/** One's own cases, as applicant, respondent or for a relative. Not kept on the phone: who quarrels with whom is in confidence. */
export default function MinePage() {
  const [tab, setTab] = useState<'open' | 'ended'>('open');
  const mine = useMyCases(tab === 'ended');
  return (
    <Screen
      title="我的调解"
      of={mine}
      refusedAction={wayOn(mine.failure)}
      footer={mine.data?.cases.length ? <BigButton kind="secondary" text="再申请一件" onPress={() => toApply()} /> : undefined}
    >
      {data => (
        <>
          <Segmented label="哪些调解" options={TABS} value={tab} onChange={setTab} />
          {data.offers.map(offer => (
            <Offer key={offer.id} offer={offer} />
          ))}
          {tab === 'open' ? <Promises mine={data} /> : null}
          <Cases mine={data} ended={tab === 'ended'} />
          {data.answered > 0 ? (
            <List label="匿名提问">
              <Row title="先问一句" value={`${data.answered} 条回复`} onPress={() => go('pages/mediation/ask/index')} />
            </List>
          ) : null}
        </>
      )}
    </Screen>
  );
}
