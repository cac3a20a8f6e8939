import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EnrolmentRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Press } from '../../../components/Press';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { dayHere } from '../../desk/queries';
import { care } from '../queries';
import { ENROLMENT, offerText, PRIORITY_TEXT } from '../words';
import { EnrolmentSheet } from './EnrolmentSheet';

/** Who left is not listed; the sheet that goes out has them. */
const GROUPS = ['enrolled', 'offered', 'waiting', 'entered'] as const;
type Group = (typeof GROUPS)[number];
const GROUP_TEXT: Record<Group, string> = { enrolled: '在班', offered: '等确认', waiting: '候补', entered: '等抽签' };

/** Members, offers, the waitlist in its order, and who left. */
export function Enrolments({ classId }: { classId: string }) {
  const [after, setAfter] = useState<(number | undefined)[]>([undefined]);
  const last = after.at(-1);
  const query = useQueryOf(care, 'enrolments', last === undefined ? { classId } : { classId, after: last }, { everyMs: 30_000 });
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton />;
  const { rows, after: next } = query.data;
  return (
    <View className="col">
      <Rows rows={rows} />
      {after.length > 1 || next !== undefined ? (
        <View className="pair">
          <BigButton kind="plain" text="上一页" disabled={after.length === 1} onPress={() => setAfter(after.slice(0, -1))} />
          <BigButton kind="plain" text="下一页" disabled={next === undefined} onPress={() => setAfter([...after, next])} />
        </View>
      ) : null}
    </View>
  );
}

function Rows({ rows }: { rows: readonly EnrolmentRow[] }) {
  const [chosen, setGroup] = useState<Group>();
  const [openId, setOpenId] = useState<string>();
  const counts = GROUPS.map(group => ({ group, rows: rows.filter(row => row.status === group) }));
  const shown = counts.filter(each => each.rows.length > 0);
  const now = shown.find(each => each.group === chosen) ?? shown[0];
  const open = rows.find(row => row.id === openId);
  if (!now) return <Empty icon="people" title="还没有人报名" next="家长报名以后会出现在这里；也可以代家长报名。" />;
  return (
    <>
      <Segmented
        label="哪些人"
        value={now.group}
        onChange={setGroup}
        options={shown.map(each => ({ value: each.group, text: `${GROUP_TEXT[each.group]} ${each.rows.length}` }))}
      />
      <View className="care-rows">
        {now.rows.map(row => (
          <EnrolmentLine key={row.id} row={row} onOpen={() => setOpenId(row.id)} />
        ))}
      </View>
      {open ? <EnrolmentSheet row={open} onClose={() => setOpenId(undefined)} /> : null}
    </>
  );
}

const PRIORITY_TONE = { asked: 'warning', confirmed: 'success', refused: 'neutral' } as const;

/** Place in the queue, or number on the roll. */
const leading = (row: EnrolmentRow): string => (row.status === 'waiting' && row.position ? `第${row.position}` : String(row.no));

const EnrolmentLine = ({ row, onOpen }: { row: EnrolmentRow; onOpen: () => void }) => (
  <View className={`care-row ${row.priority?.state === 'asked' ? 'care-row-warning' : 'care-row-plain'}`}>
    <Press className="care-row-main" onPress={onOpen}>
      <View className="care-no">{leading(row)}</View>
      <View className="grow">
        <View className="row-wrap care-tags">
          <View className="t-section">{row.childName}</View>
          {row.status === 'enrolled' || row.status === 'waiting' ? null : (
            <Tag word={ENROLMENT[row.status].word} tone={ENROLMENT[row.status].tone} />
          )}
          {row.priority ? (
            <Tag word={`${row.priority.name}·${PRIORITY_TEXT[row.priority.state]}`} tone={PRIORITY_TONE[row.priority.state]} />
          ) : null}
        </View>
        <View className="t-secondary">
          {row.age} 岁 · {row.school} {row.schoolClass}
          {row.offerUntil !== undefined && row.status === 'offered' ? ` · ${offerText(row.offerUntil, dayHere())}` : ''}
        </View>
      </View>
    </Press>
  </View>
);
