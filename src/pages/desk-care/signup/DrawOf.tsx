import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Fact } from '../../desk/parts/Fact';
import { dayHere } from '../../desk/queries';
import { momentText } from '../../desk/words';
import { care, type DeskClass, type DrawView } from '../queries';
import { repeatDraw } from './drawing';

/** 抽签: what was promised before sign-up, what came out, and the same sums again on this device. */
export function DrawOf({ cls }: { cls: DeskClass }) {
  const query = useQueryOf(care, 'draw', { classId: cls.id });
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton />;
  const draw = query.data;
  const today = dayHere();
  return (
    <View className="col">
      <Card title={draw.drawnAt === undefined ? '还没有抽签' : '抽签结果'}>
        <Fact name="名额">{draw.places} 个</Fact>
        <Fact name="抽签时间">
          {draw.drawnAt === undefined ? `${momentText(cls.closesAt, today)} 报名截止后` : momentText(draw.drawnAt, today)}
        </Fact>
        <View className="t-secondary">开始报名时公布的指纹</View>
        <View className="care-code">{draw.commitment}</View>
        {draw.seed === undefined ? (
          <View className="desk-note">随机数现在谁也看不到，抽签后公布；用它能算出同样的指纹和顺序。</View>
        ) : (
          <>
            <View className="t-secondary">抽签后公布的随机数</View>
            <View className="care-code">{draw.seed}</View>
          </>
        )}
      </Card>
      {draw.seed === undefined ? null : <Repeat draw={draw} />}
      {draw.entries.length > 0 && draw.drawnAt !== undefined ? <Order draw={draw} /> : null}
    </View>
  );
}

function Repeat({ draw }: { draw: DrawView }) {
  const [again, setAgain] = useState<ReturnType<typeof repeatDraw>>();
  return (
    <Card title="自己重算一遍">
      <View className="col">
        <View className="t-secondary">
          先算随机数的 SHA-256，应当等于指纹；再算“随机数:编号”的
          SHA-256（兄弟姐妹用其中最小的编号），先按优先、再按结果从小到大排。
        </View>
        {again ? (
          <View className="row-wrap">
            <Tag word={again.seed ? '随机数和指纹一致' : '随机数和指纹不一致'} tone={again.seed ? 'success' : 'danger'} />
            <Tag word={again.order ? '顺序一致' : '顺序不一致'} tone={again.order ? 'success' : 'danger'} />
          </View>
        ) : null}
        <BigButton kind="secondary" icon="refresh" text="在这台设备上重算" onPress={() => setAgain(repeatDraw(draw))} />
      </View>
    </Card>
  );
}

const Order = ({ draw }: { draw: DrawView }) => (
  <Card title={`${draw.entries.length} 个编号，按抽出的顺序`}>
    <View className="care-lots">
      {draw.entries.map((entry, i) => (
        <View key={entry.no} className={`care-lot ${entry.place ? 'care-lot-in' : ''}`}>
          {i + 1}. 编号 {entry.no}
          {entry.with === undefined ? '' : `（和 ${entry.with} 一起）`}
          {entry.place ? ' ✓ 有名额' : ' 候补'}
        </View>
      ))}
    </View>
  </Card>
);
