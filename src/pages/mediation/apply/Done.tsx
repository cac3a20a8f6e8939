import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../types/contract';
import type { Guide, MediationContract } from '../../../../types/mediation';
import { dateText, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Timeline } from '../../../components/Timeline';
import { goHome } from '../../../services/go';
import { HelpCard } from '../parts/HelpCard';
import { momentText } from '../words';

type Applied = OutputOf<MediationContract, 'apply'>;

/** What happens now, with the dates that are known. */
export const momentsOf = ({ case: card }: Applied, guide: Pick<Guide, 'answerDays' | 'clockDays'>) => [
  { time: '现在', title: '已经送到社区调委会', text: momentText(card.appliedAt), done: true },
  {
    time: '第一步',
    title: card.dueAt ? `${dateText(dayOf(card.dueAt))}前告诉您受不受理` : '几天内告诉您受不受理',
    text: '还没到：不受理的话，会告诉您原因和该去哪里',
    done: false,
  },
  { time: '第二步', title: '受理后邀请对方', text: `还没到：对方有 ${guide.answerDays} 天考虑，也可以不同意`, done: false },
  { time: '第三步', title: '约时间，坐下来谈', text: `还没到：一般 ${guide.clockDays} 天内谈完`, done: false },
];

/** It is handed in: a number to remember, what happens next. In danger first whom to call. */
export const Done = ({ applied, guide }: { applied: Applied; guide: Guide }) => (
  <>
    {applied.help ? <HelpCard help={applied.help} title="您说有危险，请马上打电话" /> : null}
    <Card title="申请交上去了">
      <View className="t-secondary">请记住这个编号，问社区时报它就行</View>
      <View className="big-number" {...aria({ role: 'heading', level: 2 })}>
        {applied.case.number ?? applied.case.id}
      </View>
    </Card>
    <Card title="接下来">
      <Timeline moments={momentsOf(applied, guide)} />
    </Card>
    <BigButton
      text="看看这件调解"
      onPress={() => void Taro.redirectTo({ url: `/pages/mediation/case/index?id=${applied.case.id}` })}
    />
    <BigButton kind="plain" text="回到首页" onPress={goHome} />
  </>
);
