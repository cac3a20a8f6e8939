import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../components/BigButton';
import { Confirm } from '../../components/Confirm';
import { FailureNote } from '../../components/FailureNote';
import { Sheet } from '../../components/Sheet';
import { Failure } from '../../services/door';
import { useCommand, useQueryOf } from '../../services/useDoor';
import { people } from '../people/queries';
import { pairIn, scan } from './pairing';

/** The browser that asks, and the number that must be the one on its screen: so nobody lets a stranger in. */
function Asking({ pairId, onClose }: { pairId: string; onClose: () => void }) {
  const [done, setDone] = useState(false);
  const desk = useQueryOf(people, 'desk', { pairId });
  const confirming = useCommand(people, 'confirmDesk', { onDone: () => setDone(true) });
  if (done) {
    return (
      <Sheet title="电脑登录好了" open onClose={onClose}>
        <View className="col">
          <View className="t-body">请在电脑上继续。离开座位时，记得在电脑上退出。</View>
          <BigButton text="好的" onPress={onClose} />
        </View>
      </Sheet>
    );
  }
  if (!desk.data) {
    return (
      <Sheet title={desk.failure ? '没有登录成功' : '请稍等…'} open onClose={onClose}>
        <FailureNote failure={desk.failure} onRetry={() => void desk.reload()} />
      </Sheet>
    );
  }
  return (
    <Confirm
      open
      title="让这台电脑登录吗？"
      text={`电脑：${desk.data.browser}。请看电脑上的数字，是不是：`}
      yes="数字一样，登录"
      no="不一样，不登录"
      doing={confirming}
      onYes={() => confirming.run({ pairId })}
      onNo={onClose}
    >
      <View className="me-number">{desk.data.number}</View>
    </Confirm>
  );
}

/** 扫码登录电脑. Only where there is a camera to scan with. */
export function DeskLogin() {
  const [pairId, setPairId] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const start = async () => {
    const text = await scan();
    if (text === undefined) return;
    setWrong(pairIn(text) === undefined);
    setPairId(pairIn(text));
  };
  return (
    <>
      <BigButton kind="secondary" icon="scan" text="扫码登录电脑" onPress={start} />
      {wrong ? <FailureNote failure={new Failure('DESK_EXPIRED')} /> : null}
      {pairId ? <Asking pairId={pairId} onClose={() => setPairId(undefined)} /> : null}
    </>
  );
}
