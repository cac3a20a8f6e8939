import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { readDay } from '../../desk/people/draft';
import { type ChildView, care } from '../queries';

/** Name, birthday, school and class, put right on behalf of the guardians. */
export function Profile({ child }: { child: ChildView }) {
  const [open, setOpen] = useState(false);
  if (!child.may.save.ok) return null;
  if (!open)
    return (
      <View className="row">
        <BigButton small kind="plain" icon="edit" text="改资料" label={`改资料：${child.name}`} onPress={() => setOpen(true)} />
      </View>
    );
  return <Form child={child} onDone={() => setOpen(false)} />;
}

function Form({ child, onDone }: { child: ChildView; onDone: () => void }) {
  const [draft, setDraft] = useState({
    name: child.name,
    birthDate: child.birthDate as string,
    school: child.school,
    schoolClass: child.schoolClass,
  });
  const save = useCommand(care, 'saveChild', { onDone });
  const day = readDay(draft.birthDate);
  const whole = draft.name.trim() && draft.school.trim() && draft.schoolClass.trim() && day;
  const line = (key: keyof typeof draft, label: string, max: number) => (
    <Field label={label} value={draft[key]} max={max} onChange={value => setDraft({ ...draft, [key]: value })} />
  );
  const { home } = child;
  const submit = () =>
    save.run({
      childId: child.id,
      name: draft.name.trim(),
      birthDate: day as CivilDate,
      school: draft.school.trim(),
      schoolClass: draft.schoolClass.trim(),
      ...(home ? { home: { buildingId: home.buildingId, unitId: home.unitId, room: home.room } } : {}),
    });
  return (
    <View className="care-outcome">
      <View className="care-two">
        {line('name', '姓名', 20)}
        {line('birthDate', '出生日期', 12)}
        {line('school', '学校', 30)}
        {line('schoolClass', '年级班级', 20)}
      </View>
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不改了" onPress={onDone} />
        <BigButton text="保存" busy={save.busy} disabled={!whole} onPress={submit} />
      </View>
    </View>
  );
}
