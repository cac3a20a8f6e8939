import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SettlementContract } from '../../../../types/canteen';
import type { InputOf } from '../../../../types/contract';
import { type Fen, yuanText } from '../../../../types/money';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { canteen, dayHere } from '../queries';
import { monthBefore, monthText } from '../words';
import { readSettings, type SettingsDraft } from './draft';

type Asked = InputOf<SettlementContract, 'previewSubsidies'>;

const change = (was: Fen, would: Fen): string => `${yuanText(was)} → ${yuanText(would)}`;

/** 试算: what these rules would have cost last month, before anybody saves them. */
export function Trial({ draft }: { draft: SettingsDraft }) {
  const [asked, setAsked] = useState<Asked>();
  const { settings, wrong } = readSettings(draft);
  const ready = Object.keys(wrong).length === 0;
  const month = monthBefore(dayHere().slice(0, 7));
  const now: Asked = { month, rules: settings.subsidyRules, stack: settings.subsidiesStack };
  const stale = asked !== undefined && ready && JSON.stringify(asked) !== JSON.stringify(now);
  return (
    <Card title="按上个月试算">
      <View className="col">
        <View className="t-secondary">改好补贴以后先试算，看上个月会多花还是少花。试算不会改任何东西。</View>
        <View className="row-wrap">
          <BigButton
            small
            kind="secondary"
            text={stale ? '规则改了，再试算' : '试算'}
            disabled={!ready}
            onPress={() => setAsked(now)}
          />
        </View>
        {asked && !stale ? <Outcome asked={asked} /> : null}
      </View>
    </Card>
  );
}

function Outcome({ asked }: { asked: Asked }) {
  const trial = useQueryOf(canteen, 'previewSubsidies', asked);
  const { data, failure } = trial;
  if (failure) return <Failed failure={failure} onRetry={trial.reload} />;
  if (!data) return <Skeleton />;
  if (data.meals === 0) return <View className="desk-note">{monthText(asked.month)}没有人订餐，没有可以试算的。</View>;
  return (
    <List label="试算结果">
      <Row title="补贴合计" text={`${monthText(asked.month)} ${data.meals} 餐`} value={change(data.was, data.would)} />
      {data.funders.map(({ funder, was, would }) => (
        <Row key={funder} title={funder} value={change(was, would)} />
      ))}
      <Row title="居民自付" value={change(data.selfWas, data.selfWould)} />
    </List>
  );
}
