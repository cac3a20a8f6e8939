import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { people } from '../queries';
import { Account } from './Account';
import { Binding } from './Binding';

/** 待确认: people who want to join, and relatives who want to act for an elder. */
export default function Waiting() {
  const [tab, setTab] = useState<'join' | 'family'>(useRouter().params.tab === 'family' ? 'family' : 'join');
  const waiting = useQueryOf(people, 'waiting', {});
  const asked = useAsked();
  const count = (number: number | undefined) => (number ? ` ${number}` : '');
  return (
    <Desk title="待确认" of={waiting}>
      {({ accounts }) => (
        <View className="col narrow">
          <Segmented
            label="哪一类"
            value={tab}
            onChange={setTab}
            options={[
              { value: 'join', text: `申请加入${count(accounts.length)}` },
              { value: 'family', text: `家人关联${count(asked.data?.bindings.length)}` },
            ]}
          />
          {tab === 'family' ? <Asked asked={asked} /> : null}
          {tab === 'join' && accounts.length === 0 ? (
            <Empty icon="check" title="没有人等着加入" next="居民在小程序里申请后，会出现在这里。" />
          ) : null}
          {tab === 'join' ? accounts.map(account => <Account key={account.accountId} account={account} />) : null}
        </View>
      )}
    </Desk>
  );
}

function Asked({ asked }: { asked: ReturnType<typeof useAsked> }) {
  if (asked.failure) return <Failed failure={asked.failure} onRetry={asked.reload} />;
  if (!asked.data) return <Skeleton cards={2} />;
  const { bindings } = asked.data;
  if (bindings.length === 0)
    return <Empty icon="heart" title="没有家人等着确认" next="家人申请关联长者后，会出现在这里；请先打电话问过长者再确认。" />;
  return (
    <View className="col">
      <View className="desk-note">确认前请问过长者本人：确认后家人可以帮他订餐、看他的订餐。</View>
      {bindings.map(binding => (
        <Card key={binding.key}>
          <Binding withElder binding={binding} />
        </Card>
      ))}
    </View>
  );
}

const useAsked = () => useQueryOf(people, 'askedBindings', {});
