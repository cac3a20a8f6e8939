import { View } from '@tarojs/components';
import type { Me } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { go, goHome } from '../../../services/go';

/** The office looks at it; meanwhile somebody can be called. */
export const Waiting = ({ me, onRefresh }: { me: Me; onRefresh: () => Promise<unknown> }) => (
  <>
    <Card title="申请已经收到" aside={<Tag word="等社区核对" tone="warning" />}>
      <View className="t-body">{`${me.account.name}，社区工作人员会核对您的姓名和住址，核对好了就能用。`}</View>
      <View className="t-secondary">
        {me.community ? `${me.community.name}${me.community.address ? ` · ${me.community.address}` : ''}` : ''}
      </View>
    </Card>
    <BigButton icon="refresh" text="看看核对好了没有" onPress={onRefresh} />
    {me.may.askBinding.ok ? (
      <BigButton kind="secondary" icon="people" text="我是家属，先关联老人" onPress={() => go('pages/people/family/index')} />
    ) : null}
    {me.community?.phone ? <CallButton phone={me.community.phone} text="打电话问社区" /> : null}
    <BigButton kind="plain" text="回到首页" onPress={goHome} />
  </>
);
