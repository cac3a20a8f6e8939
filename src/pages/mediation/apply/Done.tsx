import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../types/contract';
import type { Guide, MediationContract } from '../../../../types/mediation';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Timeline } from '../../../components/Timeline';
import { goHome } from '../../../services/go';
import { HelpCard } from '../parts/HelpCard';
import { momentsOf } from './told';

type Applied = OutputOf<MediationContract, 'apply'>;

/** It is handed in: a number to remember, what happens next. In danger first whom to call. */
export const Done = ({ applied, guide }: { applied: Applied; guide: Guide }) => (
  <>
    {applied.help ? <HelpCard help={applied.help} title="您说有危险，请马上打电话" /> : null}
    <Card title="申请交上去了">
      <View className="t-secondary">请记住这个申请号，问社区时报它就行</View>
      <View className="big-number" {...aria({ role: 'heading', level: 2 })}>
        {applied.case.ref}
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
