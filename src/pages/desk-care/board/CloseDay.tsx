import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { useCommand } from '../../../services/useDoor';
import { WhyNot } from '../parts/WhyNot';
import { type BoardClass, care } from '../queries';
import { clockOf } from '../words';

/** 结束今天的班: refused while a child is signed in, and then with the names. */
export function CloseDay({ cls, rows }: { cls: BoardClass; rows: readonly RollRow[] }) {
  const [open, setOpen] = useState(false);
  const close = useCommand(care, 'closeDay', { onDone: () => setOpen(false) });
  const here = rows.filter(row => row.status === 'here').map(row => row.name);
  const { may, closed } = cls;
  if (closed)
    return (
      <Card title="今天的班已经结束">
        <View className="t-secondary">
          {clockOf(closed.at)}，{closed.byName}
        </View>
      </Card>
    );
  const stillHere = !may.close.ok && may.close.code === 'CHILDREN_STILL_HERE';
  return (
    <Card title="结束今天的班">
      <View className="col">
        <WhyNot may={may.close} />
        {stillHere ? <View className="t-body">还在这里：{here.join('、')}</View> : null}
        {may.close.ok ? <BigButton kind="secondary" text="结束今天的班" onPress={() => setOpen(true)} /> : null}
      </View>
      <Confirm
        open={open}
        title={`结束今天的${cls.name}吗？`}
        text="结束以后不能再签到；家长当天的记录就定下来了。"
        yes="结束今天的班"
        doing={close}
        onYes={() => close.run({ classId: cls.classId })}
        onNo={() => setOpen(false)}
      >
        {close.failure?.code === 'CHILDREN_STILL_HERE' && here.length > 0 ? (
          <View className="t-body">还在这里：{here.join('、')}</View>
        ) : null}
      </Confirm>
    </Card>
  );
}
