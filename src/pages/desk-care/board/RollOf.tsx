import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { toDesk } from '../../desk/way';
import { UndoneNotes } from '../parts/UndoneNotes';
import { type BoardClass, type Roll, useRoll } from '../queries';
import { hoursText } from '../words';
import { Activities } from './Activities';
import { ChildSheet } from './ChildSheet';
import { FourCounts } from './ClassCard';
import { CloseDay } from './CloseDay';
import { Entry } from './Entry';
import { MealLine } from './MealLine';
import { byUrgency, countsOf, readEntry, SIDE_TEXT, SIDES, type Side, sideOf } from './order';
import { RollLine } from './RollLine';
import { type SignIns, useSignIns } from './useSignIns';

/** 花名册: one class today, from sign-in to the end of the day. */
export function RollOf({ cls }: { cls: BoardClass }) {
  const roll = useRoll(cls.classId);
  if (roll.failure) return <Failed failure={roll.failure} onRetry={roll.reload} />;
  if (!roll.data) return <Skeleton />;
  return <Loaded cls={cls} roll={roll.data} />;
}

type Mode = 'roll' | 'meal';
const VIEWS = [
  { value: 'roll', text: '点名' },
  { value: 'meal', text: '吃饭' },
] as const;

function Loaded({ cls, roll }: { cls: BoardClass; roll: Roll }) {
  const [view, setView] = useState<Mode>('roll');
  const [openId, setOpenId] = useState<string>();
  const signIns = useSignIns(cls.classId);
  const open = roll.rows.find(row => row.id === openId);
  return (
    <View className="col">
      <View className="between">
        <View className="t-title">
          {roll.className} {hoursText(roll)}
        </View>
        <BigButton
          small
          kind="plain"
          icon="code"
          text="名卡"
          onPress={() => toDesk('desk-care/cards', { classId: cls.classId })}
        />
      </View>
      <View className="phone-only">
        <Card>
          <FourCounts of={cls} />
        </Card>
      </View>
      <Activities cls={cls} roll={roll} />
      <UndoneNotes undone={signIns.undone} onForget={signIns.forget} />
      <Segmented label="做什么" options={VIEWS} value={view} onChange={setView} />
      {view === 'roll' ? (
        <Names roll={roll} signIns={signIns} onOpen={setOpenId} />
      ) : (
        <Meals rows={roll.rows} onOpen={setOpenId} />
      )}
      <CloseDay cls={cls} rows={roll.rows} />
      {open ? <ChildSheet row={open} classId={cls.classId} day={roll.day} onClose={() => setOpenId(undefined)} /> : null}
    </View>
  );
}

const EMPTY: Record<Side, { title: string; next: string }> = {
  expected: { title: '都到了', next: '没有在等的孩子。' },
  here: { title: '还没有人签到', next: '点“还没到”里的名字，或扫名卡。' },
  away: { title: '今天没有人请假', next: '家长请的假会出现在这里。' },
  gone: { title: '还没有人离开', next: '接走以后会出现在这里。' },
};

interface NamesProps {
  roll: Roll;
  signIns: SignIns;
  onOpen: (id: string) => void;
}

function Names({ roll, signIns, onOpen }: NamesProps) {
  const counts = countsOf(roll.rows);
  const [chosen, setSide] = useState<Side>();
  const [typed, setTyped] = useState('');
  const side = chosen ?? (counts.expected > 0 ? 'expected' : 'here');
  const entry = typed.trim() ? readEntry(roll.rows, typed) : undefined;
  const found = entry?.how === 'find' ? entry.rows : entry?.how === 'unknown' ? [] : entry ? [entry.row] : undefined;
  const rows = found ?? byUrgency(roll.rows.filter(row => sideOf(row) === side));
  if (roll.rows.length === 0) return <Empty icon="people" title="这个班还没有孩子" next="报上名的孩子会出现在花名册里。" />;
  return (
    <View className="col">
      <Entry typed={typed} onTyped={setTyped} rows={roll.rows} signIns={signIns} />
      {found ? null : (
        <Segmented
          label="哪些孩子"
          value={side}
          onChange={setSide}
          options={SIDES.map(value => ({ value, text: `${SIDE_TEXT[value]} ${counts[value]}` }))}
        />
      )}
      <View className="care-rows">
        {rows.map(row => (
          <RollLine
            key={row.id}
            row={row}
            busy={signIns.busy.includes(row.childId)}
            onSignIn={() => signIns.signIn(row, 'tap')}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </View>
      {rows.length > 0 ? null : found ? (
        <Empty icon="search" title="花名册里没有找到" next="请核对号码和姓名；也可能是别的班的孩子。" />
      ) : (
        <Empty icon="check" {...EMPTY[side]} />
      )}
    </View>
  );
}

/** Who is here, and how each ate: one tap a child. */
function Meals({ rows, onOpen }: { rows: readonly RollRow[]; onOpen: (id: string) => void }) {
  const here = rows.filter(row => row.status === 'here');
  if (here.length === 0) return <Empty icon="bowl" title="现在没有孩子在托管" next="签到以后，在这里记吃得怎么样。" />;
  return (
    <View className="col">
      <View className="desk-note">标着“健康”的孩子可能有过敏或忌口：盛饭前请点名字，打开看一眼。</View>
      <View className="care-rows">
        {here.map(row => (
          <MealLine key={row.id} row={row} onOpen={() => onOpen(row.id)} />
        ))}
      </View>
    </View>
  );
}
