import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DayView } from '../../../../types/care';
import type { CivilDate } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { PersonFields } from '../parts/PersonFields';
import { NOBODY, type Person, type PersonGaps, personGaps, personOf, phoneOf } from '../parts/person';
import { care } from '../queries';
import { dayLabel } from '../words';

interface Props {
  attendanceId: string;
  childName: string;
  day: CivilDate;
  /** The server's word, where the page knows it; asked again when it is done. */
  may: DayView['may']['temporary'] | undefined;
}

const HOW = [
  { value: 'card', text: '我自己发给对方' },
  { value: 'text', text: '发短信给对方' },
] as const;

/** 临时授权: one adult, this day, once. */
export function Temporary({ attendanceId, childName, day, may }: Props) {
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState<Person>(NOBODY);
  const [gaps, setGaps] = useState<PersonGaps>({});
  const [how, setHow] = useState<'card' | 'text'>('card');
  const adding = useCommand(care, 'addTemporary', {
    onDone: () => {
      setPerson(NOBODY);
      setOpen(false);
    },
  });
  const submit = () => {
    const found = personGaps(person, how === 'text' ? 'needed' : 'optional');
    setGaps(found);
    if (Object.keys(found).length > 0) return;
    adding.run({ attendanceId, ...personOf(person), text: how === 'text' && phoneOf(person.phone) !== '' });
  };
  return (
    <>
      {may && !may.ok ? (
        <View className="t-secondary" {...aria({ role: 'status' })}>
          {sentenceOf(may.code, may.details).title}
        </View>
      ) : null}
      <BigButton icon="plus" text="临时请别人接" disabled={may?.ok === false} onPress={() => setOpen(true)} />
      <Confirm
        open={open}
        title="临时请别人接"
        text={`只在${dayLabel(day)}、只能接${childName}一次，接走就作废。`}
        yes="授权"
        doing={adding}
        onYes={submit}
        onNo={() => setOpen(false)}
      >
        <PersonFields
          person={person}
          gaps={gaps}
          phone={how === 'text' ? 'needed' : 'optional'}
          phoneHelp="老师核对时可以打过去"
          onChange={setPerson}
        />
        <View className="care-label">怎么把码给对方</View>
        <ChipPicker label="怎么把码给对方" options={HOW} value={[how]} onChange={([one]) => setHow(one ?? 'card')} />
      </Confirm>
    </>
  );
}
