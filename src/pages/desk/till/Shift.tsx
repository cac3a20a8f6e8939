import { View } from '@tarojs/components';
import { useState } from 'react';
import { readYuan, signedYuanText, yuanText } from '../../../../types/money';
import { clockText, minuteOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Count } from '../parts/Fact';
import { canteen } from '../queries';
import type { TillData } from '.';

const MONEY = '请写金额，比如 100 或 100.5';

/** 开班: what is in the drawer before the first guest. */
export function OpenShift() {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const open = useCommand(canteen, 'openShift');
  const submit = () => {
    const float = readYuan(typed || '0');
    setWrong(float === undefined ? MONEY : '');
    if (float !== undefined) open.run({ float });
  };
  return (
    <Card title="开班">
      <View className="col">
        <Field
          label="备用金（元）"
          kind="digit"
          max={10}
          value={typed}
          onChange={setTyped}
          error={wrong}
          help="抽屉里先放了多少零钱，没有就空着"
          optional
        />
        <FailureNote failure={open.failure} onRetry={open.retry} />
        <BigButton text="开班收钱" busy={open.busy} onPress={submit} />
      </View>
    </Card>
  );
}

export function ShiftCard({ shift }: { shift: NonNullable<TillData['shift']> }) {
  const [closing, setClosing] = useState(false);
  const { expected, openedAt, float } = shift;
  return (
    <Card title="我的班">
      <View className="col">
        <View className="counts">
          <Count value={signedYuanText(expected.cash)} unit="抽屉里应有" />
          <Count value={signedYuanText(expected.code)} unit="收款码应收" />
          <Count value={expected.entries} unit="笔" />
        </View>
        <View className="t-secondary">
          {clockText(minuteOf(openedAt))} 开班，备用金 {yuanText(float)}
        </View>
        <BigButton small kind="secondary" text="交班" onPress={() => setClosing(true)} />
        {closing ? <Close shift={shift} onClose={() => setClosing(false)} /> : null}
      </View>
    </Card>
  );
}

/** 交班: counted, compared, and a word for what differs. */
function Close({ shift: { id, expected }, onClose }: { shift: NonNullable<TillData['shift']>; onClose: () => void }) {
  const [cash, setCash] = useState('');
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const close = useCommand(canteen, 'closeShift', { onDone: onClose });
  const counted = { cash: readYuan(cash), code: readYuan(code) };
  const ready = counted.cash !== undefined && counted.code !== undefined;
  const differs = ready && (counted.cash !== expected.cash || counted.code !== expected.code);
  const difference = (name: 'cash' | 'code') =>
    counted[name] === undefined ? undefined : signedYuanText((counted[name] ?? 0) - expected[name]);
  return (
    <Confirm
      open
      title="交班"
      text="数一数抽屉里的现金，看一看收款码到账多少。"
      yes="交班"
      doing={close}
      ready={ready && (!differs || note.trim() !== '')}
      onYes={() => ready && close.run({ id, cash: counted.cash!, code: counted.code!, note: note.trim() })}
      onNo={onClose}
    >
      <Field
        label="抽屉里的现金（元）"
        kind="digit"
        max={10}
        value={cash}
        onChange={setCash}
        help={`应有 ${signedYuanText(expected.cash)}`}
      />
      <Field
        label="收款码到账（元）"
        kind="digit"
        max={10}
        value={code}
        onChange={setCode}
        help={`应收 ${signedYuanText(expected.code)}`}
      />
      {differs ? (
        <>
          <View className="t-body">
            现金差 {difference('cash')}，收款码差 {difference('code')}
          </View>
          <Field label="为什么对不上" value={note} max={100} onChange={setNote} placeholder="比如 找错零钱" />
        </>
      ) : null}
    </Confirm>
  );
}
