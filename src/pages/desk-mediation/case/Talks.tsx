import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartySide } from '../../../../types/mediation';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { Tag } from '../../../components/Tag';
import { contentsOf, MODE_TEXT, SIDE_TEXT, TALK_STATUS, TALK_TEXT } from '../../mediation/words';
import { Deed, useDeed, WhyNot } from '../parts/Deed';
import { PARTIES_OF } from '../words';
import { Offer } from './acts/Offer';
import { Record } from './acts/Record';
import { mayFor } from './onBehalf';
import { Piece } from './Piece';
import { slotText, suitText } from './slots';

type Talk = CaseView['sessions'][number];

/** 面谈: times that are offered, times that are agreed, what was recorded. */
export function Talks({ view }: { view: CaseView }) {
  const [offering, setOffering] = useState(false);
  const may = view.may.offerSlots?.ok === true;
  const talks = [...view.sessions].sort((a, b) => b.no - a.no);
  return (
    <>
      <WhyNot text="写调解记录" may={view.may.recordSession} />
      {may && offering ? <Offer view={view} onDone={() => setOffering(false)} /> : null}
      {may && !offering ? <BigButton icon="plus" text="约一次面谈" onPress={() => setOffering(true)} /> : null}
      {talks.length === 0 && !offering ? (
        <Empty icon="calendar" title="还没有约过面谈" next="先给几个时间让双方选，两边都行的会自动定下来。" />
      ) : null}
      {talks.map(talk => (
        <TalkCard key={talk.no} view={view} talk={talk} />
      ))}
    </>
  );
}

const withWhom = (talk: Talk) => (talk.side ? `和${SIDE_TEXT[talk.side]}${TALK_TEXT.separate}` : TALK_TEXT[talk.kind]);

function TalkCard({ view, talk }: { view: CaseView; talk: Talk }) {
  const [recording, setRecording] = useState(false);
  const { word, tone } = TALK_STATUS[talk.status];
  const records = contentsOf(view.parts, 'record').filter(part => part.content.sessionNo === talk.no);
  const where = talk.mode === 'phone' ? MODE_TEXT.phone : (talk.roomName ?? MODE_TEXT.room);
  return (
    <Card title={`第 ${talk.no} 次：${withWhom(talk)}`} aside={<Tag word={word} tone={tone} />}>
      <View className="col">
        <View className="t-body">
          {talk.at ? `${slotText(talk.at, view.now)} · ` : ''}
          {where} · {talk.minutes} 分钟
        </View>
        {talk.status === 'offered' ? <Slots view={view} talk={talk} /> : null}
        {records.map(part => (
          <Piece key={part.id} caseId={view.id} part={part} />
        ))}
        {talk.status === 'agreed' && view.may.recordSession?.ok && !recording ? (
          <BigButton icon="edit" text="写记录" onPress={() => setRecording(true)} />
        ) : null}
        {recording ? <Record view={view} talk={talk} onDone={() => setRecording(false)} /> : null}
        {talk.status === 'offered' || talk.status === 'agreed' ? <Drop view={view} talk={talk} /> : null}
      </View>
    </Card>
  );
}

const Slots = ({ view, talk }: { view: CaseView; talk: Talk }) => (
  <>
    {talk.slots.map(at => (
      <View key={at} className="between">
        <View className="t-body">{slotText(at, view.now)}</View>
        <View className="t-secondary">{talk.taken.includes(at) ? '房间已被占用' : suitText(talk.suits, at) || '还没有人选'}</View>
      </View>
    ))}
    <View className="besides">
      {PARTIES_OF.filter(side => talk.side === undefined || talk.side === side).map(side => (
        <ChooseFor key={side} view={view} talk={talk} side={side} />
      ))}
    </View>
  </>
);

/** Asked by telephone which times suit. */
function ChooseFor({ view, talk, side }: { view: CaseView; talk: Talk; side: PartySide }) {
  const [chosen, setChosen] = useState<string[]>(talk.suits[side].map(String));
  const deed = useDeed('chooseSlots');
  const free = talk.slots.filter(at => !talk.taken.includes(at));
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'chooseSlots')}
      text={`替${SIDE_TEXT[side]}选时间`}
      title={`${SIDE_TEXT[side]}哪些时间方便？`}
      note="可以选几个。两边都行的那个会定下来，并留好房间。"
      yes="就这些时间"
      ready={chosen.length > 0}
      onYes={() => deed.run({ id: view.id, as: side, no: talk.no, slots: chosen.map(at => Number(at) as Instant) })}
    >
      <ChipPicker
        many
        label="方便的时间"
        options={free.map(at => ({ value: String(at), text: slotText(at, view.now) }))}
        value={chosen}
        onChange={setChosen}
      />
    </Deed>
  );
}

function Drop({ view, talk }: { view: CaseView; talk: Talk }) {
  const deed = useDeed('dropSession');
  return (
    <Deed
      deed={deed}
      may={view.may.dropSession}
      look="plain"
      kind="danger"
      text="取消这次面谈"
      title={`取消第 ${talk.no} 次面谈？`}
      note="留好的房间会让出来，双方会收到提醒。"
      yes="取消面谈"
      onYes={() => deed.run({ id: view.id, no: talk.no })}
    />
  );
}
