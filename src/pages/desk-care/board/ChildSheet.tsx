import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Sheet } from '../../../components/Sheet';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { mayOpen } from '../../desk/nav';
import { Labelled } from '../../desk/parts/Labelled';
import { useMe } from '../../desk/queries';
import { toDesk } from '../../desk/way';
import { optionsOf } from '../../desk/words';
import { Barred } from '../parts/Barred';
import { Health } from '../parts/Health';
import { care } from '../queries';
import { ACTIVITY_TEXT, EATEN_TEXT } from '../words';
import { Away } from './Away';
import { Incident } from './Incident';
import { Note } from './Note';
import { lineOf, tagOf } from './order';
import { Temporary } from './Temporary';

interface Props {
  row: RollRow;
  classId: string;
  day: CivilDate;
  onClose: () => void;
}

/** One child today: what to mind, what it does and ate, a note, an incident; leave and mistakes. */
export function ChildSheet({ row, classId, day, onClose }: Props) {
  const me = useMe();
  const office = mayOpen('desk-care/settings', me.data?.roles ?? []);
  const { word, tone } = tagOf(row);
  return (
    <Sheet open title={`${row.no}号 ${row.name}`} onClose={onClose}>
      <View className="col">
        <Barred people={row.barred} />
        <View className="between">
          <View className="t-secondary">
            {row.school} {row.schoolClass}
          </View>
          <Tag word={word} tone={tone} />
        </View>
        <View className="t-body">{lineOf(row)}</View>
        <Health childId={row.childId} name={row.name} has={row.hasHealth} may={row.may.health} />
        {row.status === 'here' ? <Doing row={row} /> : null}
        {row.status === 'here' ? <Note row={row} /> : null}
        {row.status === 'here' || row.status === 'gone' ? <Incident row={row} /> : null}
        <Away row={row} classId={classId} day={day} />
        {office && (row.status === 'here' || row.status === 'expected') ? <Temporary row={row} /> : null}
        <Undo row={row} onDone={onClose} />
        <BigButton
          kind="plain"
          icon="person"
          text="孩子的资料和接送人"
          onPress={() => toDesk('desk-care/children', { id: row.childId })}
        />
      </View>
    </Sheet>
  );
}

/** One tap each. */
function Doing({ row }: { row: RollRow }) {
  const save = useCommand(care, 'saveDay');
  return (
    <>
      <Labelled label="正在做">
        <ChipPicker
          label="正在做"
          options={optionsOf(ACTIVITY_TEXT)}
          value={row.doing ? [row.doing] : []}
          onChange={([doing]) => doing && save.run({ id: row.id, doing })}
        />
      </Labelled>
      <Labelled label="吃得怎么样">
        <ChipPicker
          label="吃得怎么样"
          options={optionsOf(EATEN_TEXT)}
          value={row.ate ? [row.ate] : []}
          onChange={([ate]) => ate && save.run({ id: row.id, ate })}
        />
      </Labelled>
      <FailureNote failure={save.failure} onRetry={save.retry} />
    </>
  );
}

/** 点错了: back to expected. */
function Undo({ row, onDone }: { row: RollRow; onDone: () => void }) {
  const [sure, setSure] = useState(false);
  const undo = useCommand(care, 'undoSignIn', { onDone });
  if (!row.may.undo.ok) return null;
  if (!sure) return <BigButton kind="plain" text="点错了，取消签到…" onPress={() => setSure(true)} />;
  return (
    <>
      <FailureNote failure={undo.failure} onRetry={undo.retry} />
      <BigButton kind="danger" text={`${row.name}没有来，取消签到`} busy={undo.busy} onPress={() => undo.run({ id: row.id })} />
    </>
  );
}
