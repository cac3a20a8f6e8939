import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { isWeapp } from '../../../services/platform';
import { Desk } from '../parts/Desk';
import { PERIOD_TEXT } from '../words';
import type { CounterRow } from './find';
import { GuestCard, GuestRow } from './Guest';
import { Plates } from './Plates';
import { Said } from './Said';
import { Stranger } from './Stranger';
import { type CounterDesk, useCounterDesk } from './useDesk';
import { Waive } from './Waive';
import './counter.css';

/** WeChat draws at most a thousand nodes well; at a counter the search is faster than scrolling anyway. */
const SHOWN = isWeapp ? 40 : 200;

/** 取餐核销: the noon rush. Two taps, a scan and a tap, or two times Enter. */
export default function Counter() {
  const desk = useCounterDesk();
  useScanAtOnce(desk.scan);
  return (
    <Desk title="取餐核销" of={desk.counter}>
      {({ meals, mealId, dishes }) =>
        meals.length === 0 ? (
          <Empty icon="bowl" title="今天没有供餐" next="今天没有发布菜单，或已经停餐。" />
        ) : (
          <View className="counter">
            <View className="counter-list col">
              {meals.length > 1 ? (
                <Segmented
                  label="餐次"
                  value={mealId ?? ''}
                  onChange={desk.setMealId}
                  options={meals.map(meal => ({ value: meal.id, text: `今天${PERIOD_TEXT[meal.period]}` }))}
                />
              ) : null}
              <Search desk={desk} />
              <Said desk={desk} />
              <Guests desk={desk} />
              <View className="between">
                <Window desk={desk} />
                {mealId ? <Plates key={mealId} mealId={mealId} dishes={dishes} /> : null}
              </View>
            </View>
            <Pane desk={desk} />
          </View>
        )
      }
    </Desk>
  );
}

/** What this counter is called; said when a meal was handed out twice. */
const Window = ({ desk }: { desk: CounterDesk }) => (
  <View className="grow">
    <Field optional label="本窗口叫什么" value={desk.where} max={20} onChange={desk.setWhere} placeholder="比如 1 号窗口" />
  </View>
);

/** From 扫码核销 on the first page the camera opens by itself. */
function useScanAtOnce(scan: () => void) {
  const wanted = useRouter().params.scan === '1';
  const once = useRef(wanted);
  useEffect(() => {
    if (once.current) scan();
    once.current = false;
  }, [scan]);
}

const Search = ({ desk }: { desk: CounterDesk }) => (
  <View className="counter-search">
    <View className="grow">
      <Field
        label={isWeapp ? '找人' : '找人，或用扫码枪扫取餐码'}
        value={desk.typed}
        onChange={desk.setTyped}
        onEnter={desk.enter}
        placeholder="姓名、拼音首字母、取餐号、卡号、手机尾号"
      />
    </View>
    {isWeapp ? <BigButton small icon="scan" text="扫码" onPress={desk.scan} /> : null}
  </View>
);

function Guests({ desk }: { desk: CounterDesk }) {
  const [side, setSide] = useState<'booked' | 'redeemed'>('booked');
  const taken = desk.rows.filter(row => row.status === 'redeemed').length;
  // While searching both sides are shown: the guest may have been here already.
  const list = desk.typed.trim() ? desk.found : desk.rows.filter(row => row.status === side);
  const shown = list.slice(0, SHOWN);
  return (
    <View className="col">
      <Segmented
        label="取餐情况"
        value={side}
        onChange={setSide}
        options={[
          { value: 'booked', text: `待取 ${desk.rows.length - taken}` },
          { value: 'redeemed', text: `已取 ${taken} / 共 ${desk.rows.length}` },
        ]}
      />
      <View className="guests" {...aria({ role: 'list', label: '订餐名单' })}>
        {shown.map(row => (
          <View key={row.id} {...aria({ role: 'listitem' })}>
            <GuestRow
              row={row}
              waits={desk.waiting.some(deed => deed.input.id === row.id)}
              open={desk.current?.id === row.id}
              onOpen={() => desk.open(row)}
            />
          </View>
        ))}
      </View>
      {list.length > shown.length ? (
        <View className="desk-note">还有 {list.length - shown.length} 单，请输入姓名或取餐号查找。</View>
      ) : null}
      {list.length === 0 ? <NoGuests desk={desk} side={side} /> : null}
    </View>
  );
}

function NoGuests({ desk, side }: { desk: CounterDesk; side: 'booked' | 'redeemed' }) {
  if (desk.typed.trim())
    return <Empty icon="search" title="没有找到" next="请核对姓名或取餐号；也可能订的是另一餐，或还没有订。" />;
  if (desk.rows.length === 0) return <Empty icon="bowl" title="这一餐还没有人订" next="有人订餐后会出现在这里。" />;
  return side === 'booked' ? (
    <Empty icon="check" title="都取完了" next="这一餐没有人在等了。" />
  ) : (
    <Empty icon="clock" title="还没有人来取" next="核销后会出现在这里。" />
  );
}

function Pane({ desk }: { desk: CounterDesk }) {
  const { current, scanned } = desk;
  const [waiving, setWaiving] = useState<CounterRow>();
  const stranger = scanned?.is === 'stranger' ? scanned : undefined;
  if (!current && !stranger) return <View className="counter-pane wide-only counter-hint">点名单里的人，或扫取餐码、饭卡</View>;
  const byScan = scanned?.is === 'guest' && scanned.row.id === current?.id;
  const redeem = (row: CounterRow) => {
    desk.redeem(row);
    if (byScan) desk.scan();
  };
  return (
    <>
      <View className="counter-pane">
        <View className="counter-mask" onClick={desk.close} aria-hidden="true" />
        {current ? (
          <GuestCard
            row={current}
            scanned={byScan}
            onRedeem={() => redeem(current)}
            onWaive={() => setWaiving(current)}
            onClose={desk.close}
          />
        ) : null}
        {stranger ? <Stranger scanned={stranger} desk={desk} /> : null}
      </View>
      {waiving ? <Waive key={waiving.id} row={waiving} onDone={desk.waived} onClose={() => setWaiving(undefined)} /> : null}
    </>
  );
}
