import { View } from '@tarojs/components';
import { useState } from 'react';
import type { InputOf } from '../../../../../types/contract';
import type { CaseView, MediationContract } from '../../../../../types/mediation';
import { BigButton } from '../../../../components/BigButton';
import { ChipPicker } from '../../../../components/ChipPicker';
import { FailureNote } from '../../../../components/FailureNote';
import { Field } from '../../../../components/Field';
import { Segmented } from '../../../../components/Segmented';
import { useCommand } from '../../../../services/useDoor';
import { Labelled } from '../../../desk/parts/Labelled';
import { SIDE_TEXT } from '../../../mediation/words';
import { mediation } from '../../queries';
import { PARTIES_OF } from '../../words';

type Present = InputOf<MediationContract, 'recordSession'>['present'][number];
type Talk = CaseView['sessions'][number];

const SHOW = [
  { value: 'panel', text: '只有调解员看' },
  { value: 'side', text: '这一方也能看' },
] as const;

/** Who could have been there, by the case itself. */
const expected = (view: CaseView, talk: Talk): Present[] => [
  ...PARTIES_OF.filter(side => talk.side === undefined || talk.side === side).flatMap(side => {
    const name = view[side]?.name;
    return name ? [{ who: side, name }] : [];
  }),
  ...view.panel.map(each => ({ who: 'panel' as const, name: each.name })),
];

/** 调解记录 with attendance. A separate talk says twice whose words these are. */
export function Record({ view, talk, onDone }: { view: CaseView; talk: Talk; onDone: () => void }) {
  const all = expected(view, talk);
  const [there, setThere] = useState(all.map(each => each.name));
  const [others, setOthers] = useState('');
  const [place, setPlace] = useState(talk.mode === 'phone' ? '电话' : (talk.roomName ?? ''));
  const [text, setText] = useState('');
  const [show, setShow] = useState<(typeof SHOW)[number]['value']>('panel');
  const save = useCommand(mediation, 'recordSession', { onDone });
  const present: Present[] = [
    ...all.filter(each => there.includes(each.name)),
    ...others
      .split(/[、，,\s]+/)
      .filter(Boolean)
      .map(name => ({ who: 'other' as const, name })),
  ];
  const run = () =>
    save.run({
      id: view.id,
      no: talk.no,
      text: text.trim(),
      place: place.trim(),
      present,
      ...(talk.side ? { showSide: show === 'side' } : {}),
    });
  return (
    <View className="col">
      {talk.side ? (
        <View className="sealed-note">
          这是和{SIDE_TEXT[talk.side]}单独的谈话。{SIDE_TEXT[talk.side === 'applicant' ? 'respondent' : 'applicant']}
          永远看不到这份记录，也不会知道有这次谈话。
        </View>
      ) : (
        <View className="sealed-note">双方都会看到这份记录。请不要写进单独谈话里说的话。</View>
      )}
      <Labelled label="谁到场了">
        <ChipPicker
          many
          label="谁到场了"
          options={all.map(each => ({ value: each.name, text: each.name }))}
          value={there}
          onChange={setThere}
        />
      </Labelled>
      <Field optional label="还有谁" value={others} max={100} onChange={setOthers} help="几个人用顿号隔开" />
      <Field label="地点" value={place} max={60} onChange={setPlace} />
      <Field
        label="记录"
        kind="long"
        value={text}
        max={4000}
        onChange={setText}
        help="写双方说了什么、同意了什么、还差什么。不评对错。"
      />
      {talk.side ? (
        <Labelled label="这一方能不能看">
          <Segmented label="这一方能不能看" options={SHOW} value={show} onChange={setShow} />
        </Labelled>
      ) : null}
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <BigButton
        text="保存记录"
        busy={save.busy}
        disabled={text.trim() === '' || place.trim() === '' || present.length === 0}
        onPress={run}
      />
      <BigButton kind="plain" text="先不写" onPress={onDone} />
    </View>
  );
}
