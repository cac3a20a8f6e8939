import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Stepper } from '../../../components/Stepper';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { Labelled } from '../parts/Labelled';
import { SaveFoot } from '../parts/SaveFoot';
import { courier } from '../queries';
import { Channels } from './Channels';
import { type Draft, draftOf, type Known, readDraft, type Wrong } from './draft';
import { Kinds } from './Kinds';
import { Robots } from './Robots';
import './channels.css';

/** 消息设置: which channels there are, when nobody is disturbed, and in which order each kind of message is sent. */
export default function ChannelsPage() {
  const settings = useQueryOf(courier, 'courierSettings', {});
  const [draft, setDraft] = useState<Draft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(courier, 'saveCourierSettings', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
  const change = (next: Draft) => {
    setSaved(false);
    setDraft(next);
  };
  const submit = () => {
    if (!draft) return;
    const read = readDraft(draft);
    setWrong(read.wrong);
    if (read.input) save.run(read.input);
  };
  const footer = (
    <SaveFoot wrong={Object.keys(wrong).length} changed={draft !== undefined} saved={saved} save={save} onSave={submit} />
  );
  return (
    <Desk title="消息设置" of={settings} footer={draft || saved ? footer : undefined}>
      {data => <Form known={data} draft={draft ?? draftOf(data)} wrong={wrong} onChange={change} />}
    </Desk>
  );
}

interface FormProps {
  known: Known;
  draft: Draft;
  wrong: Wrong;
  onChange: (draft: Draft) => void;
}

function Form({ known, draft, wrong, onChange }: FormProps) {
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  return (
    <View className="channels-columns">
      <View className="col">
        <Channels known={known} off={draft.channelsOff} onChange={channelsOff => set({ channelsOff })} />
        <Quiet draft={draft} wrong={wrong} set={set} />
        <Robots
          robots={draft.robots}
          saved={known.robots.map(({ key }) => key)}
          wrong={wrong}
          onChange={robots => set({ robots })}
        />
      </View>
      <Kinds known={known} ladders={draft.ladders} onChange={ladders => set({ ladders })} />
    </View>
  );
}

const Quiet = ({ draft, wrong, set }: { draft: Draft; wrong: Wrong; set: (change: Partial<Draft>) => void }) => (
  <Card title="什么时候不打扰">
    <View className="col">
      <View className="channels-pair">
        <Field
          label="晚上几点起"
          value={draft.quietFrom}
          max={5}
          onChange={quietFrom => set({ quietFrom })}
          error={wrong.quietFrom}
        />
        <Field label="早上几点止" value={draft.quietTo} max={5} onChange={quietTo => set({ quietTo })} error={wrong.quietTo} />
      </View>
      <View className="desk-note">
        这段时间里的提醒等到早上再发；消息本身马上就在“消息”里。紧急的消息随时都发。两个时间相同，就是不设。
      </View>
      <View className="channels-pair">
        <Labelled label="每人每天最多提醒几次" help="急的和紧急的不算。超过的合成一条。">
          <Stepper
            label="每天最多提醒次数"
            value={draft.mostPerDay}
            min={1}
            max={20}
            onChange={mostPerDay => set({ mostPerDay })}
          />
        </Labelled>
        <Field
          label="几点发合成的一条"
          value={draft.digestAt}
          max={5}
          onChange={digestAt => set({ digestAt })}
          error={wrong.digestAt}
        />
      </View>
    </View>
  </Card>
);
