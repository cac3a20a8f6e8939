import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CalendarDay, CareSettings } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { longDay } from '../../desk/words';
import { care, useCareSettings } from '../queries';
import { corrected, uncorrected } from './correction';

/** One day; the office says that it is different here. */
export function DayForm({ day, keeps }: { day: CalendarDay; keeps: boolean }) {
  const settings = useCareSettings(keeps);
  return (
    <Card title={longDay(day.day)}>
      <View className="col">
        <View className="t-title">{day.open ? '有托管' : '没有托管'}</View>
        {day.name ? <View className="t-body">{day.name}</View> : null}
        {settings.failure ? <Failed failure={settings.failure} onRetry={settings.reload} /> : null}
        {settings.loading ? <Skeleton cards={1} /> : null}
        {keeps && settings.data ? <Correct day={day} settings={settings.data} /> : null}
        {keeps ? null : <View className="desk-note">日子不对，请告诉社区办公室更正。</View>}
      </View>
    </Card>
  );
}

const OPEN = [
  { value: 'yes', text: '有托管' },
  { value: 'no', text: '没有托管' },
] as const;

function Correct({ day, settings }: { day: CalendarDay; settings: CareSettings }) {
  const before = settings.days.find(each => each.day === day.day);
  const [open, setOpen] = useState(before?.open ?? !day.open);
  const [name, setName] = useState(before?.name ?? '');
  const save = useCommand(care, 'saveSettings');
  return (
    <>
      <Labelled label="这一天改成">
        <Segmented label="这一天改成" options={OPEN} value={open ? 'yes' : 'no'} onChange={value => setOpen(value === 'yes')} />
      </Labelled>
      <Field
        label="为什么"
        value={name}
        max={20}
        onChange={setName}
        placeholder={open ? '学校补课' : '学校运动会'}
        help="家长在日历里看得到。"
      />
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <BigButton
        text={open ? '这一天改成有托管' : '这一天改成没有托管'}
        busy={save.busy}
        disabled={!name.trim()}
        onPress={() => save.run(corrected(settings, { day: day.day, open, name: name.trim() }))}
      />
      {before ? (
        <BigButton
          kind="plain"
          text="取消更正，按国家日历"
          busy={save.busy}
          onPress={() => save.run(uncorrected(settings, day.day))}
        />
      ) : null}
    </>
  );
}
