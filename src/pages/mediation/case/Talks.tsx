import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { isOpen } from '../parts/verdict';
import { mediation } from '../queries';
import { MODE_TEXT, momentText, nearMomentText, TALK_STATUS, TALK_TEXT } from '../words';
import { asksMe, sideOf } from './stages';

type Talk = CaseView['sessions'][number];

/** 当面，二楼调解室，60 分钟 */
const placeOf = ({ mode, roomName, minutes }: Talk): string =>
  [MODE_TEXT[mode], mode === 'room' ? roomName : undefined, `大约 ${minutes} 分钟`].filter(Boolean).join('，');

function Choose({ talk, view }: { talk: Talk; view: CaseView }) {
  const side = sideOf(view)!;
  const [chosen, setChosen] = useState<string[]>(() => talk.suits[side].map(String));
  const choosing = useCommand(mediation, 'chooseSlots');
  const free = talk.slots.filter(slot => !talk.taken.includes(slot));
  const send = (slots: readonly string[]) =>
    choosing.run({ id: view.id, no: talk.no, slots: slots.map(slot => Number(slot) as Instant) });
  const told = talk.suits[side].length > 0;
  return (
    <Card title={talk.kind === 'together' ? '选商谈的时间' : '选和调解员单独谈的时间'}>
      <View className="col">
        <View className="t-body">{`${placeOf(talk)}。哪些时间您方便？可以选几个，双方都合适的最早一个就定下来。`}</View>
        <ChipPicker
          many
          label="方便的时间"
          options={free.map(slot => ({ value: String(slot), text: nearMomentText(slot, view.now) }))}
          value={chosen}
          onChange={setChosen}
        />
        {told ? <View className="t-secondary">您选过了，在等对方。还可以改。</View> : null}
        <FailureNote failure={choosing.failure} onRetry={choosing.retry} />
        <BigButton
          text={told ? '改成这些时间' : '这些时间我方便'}
          busy={choosing.busy}
          disabled={chosen.length === 0}
          onPress={() => send(chosen)}
        />
        <BigButton kind="plain" text="这些都不行，请再约" disabled={choosing.busy} onPress={() => send([])} />
      </View>
    </Card>
  );
}

/** Times that wait for this side. */
export const TalksToChoose = ({ view }: { view: CaseView }) =>
  isOpen(view.may.chooseSlots)
    ? view.sessions.filter(talk => asksMe(talk, view)).map(talk => <Choose key={talk.no} talk={talk} view={view} />)
    : null;

/** All talks so far, newest first. */
export const Talks = ({ view }: { view: CaseView }) => {
  const shown = view.sessions.filter(({ status }) => status !== 'dropped').reverse();
  if (shown.length === 0) return null;
  return (
    <List label="商谈">
      {shown.map(talk => (
        <Row
          key={talk.no}
          title={`第 ${talk.no} 次：${TALK_TEXT[talk.kind]}`}
          text={[talk.at ? momentText(talk.at) : undefined, placeOf(talk)].filter(Boolean).join('，')}
          aside={<Tag {...TALK_STATUS[talk.status]} />}
        />
      ))}
    </List>
  );
};
