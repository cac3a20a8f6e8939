import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { mediation } from '../queries';
import { workOfRow } from './order';
import { Rows } from './Rows';

interface Props {
  openId?: string;
  onOpen: (id: string) => void;
}

const DIGITS = 6;

/** Somebody calls and says the 申请号: the case, wherever it stands. */
export function Find({ openId, onOpen }: Props) {
  const [asked, setAsked] = useState(false);
  const [ref, setRef] = useState('');
  if (!asked)
    return (
      <View className="row-wrap">
        <BigButton small kind="plain" icon="search" text="按申请号找" onPress={() => setAsked(true)} />
      </View>
    );
  return (
    <View className="col">
      <Field
        label="申请号"
        kind="number"
        value={ref}
        max={DIGITS}
        placeholder="六位数字"
        onChange={text => setRef(text.replace(/\D/g, ''))}
      />
      {ref.length === DIGITS ? <Found key={ref} caseRef={ref} openId={openId} onOpen={onOpen} /> : null}
      <View className="row-wrap">
        <BigButton small kind="plain" icon="close" text="不找了" onPress={() => setAsked(false)} />
      </View>
    </View>
  );
}

function Found({ caseRef, openId, onOpen }: Props & { caseRef: string }) {
  const found = useQueryOf(mediation, 'register', { ref: caseRef });
  if (found.failure) return <Failed failure={found.failure} onRetry={found.reload} />;
  if (!found.data) return <Skeleton />;
  const { now, rows } = found.data;
  if (rows.length === 0) return <Empty icon="search" title="没有这个申请号" next="请再问一遍号码，六位都要对上。" />;
  return <Rows work={rows.map(row => workOfRow(row, now, '打开'))} openId={openId} onOpen={onOpen} />;
}
