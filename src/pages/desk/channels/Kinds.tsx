import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Channel } from '../../../../types/messages/form';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Tag } from '../../../components/Tag';
import { Labelled } from '../parts/Labelled';
import { CATEGORY_TEXT, CHANNEL_TEXT, type Known, ladderText } from './draft';

type Ladders = Known['ladders'];
interface Props {
  known: Known;
  ladders: Ladders;
  onChange: (ladders: Ladders) => void;
}

const URGENCY = { normal: undefined, urgent: '急', emergency: '紧急' } as const;
const STEPS = ['先用', '没送出再用', '还没送出再用'] as const;

/** Every kind of message with its order of channels, read as a sentence, opened to change. */
export function Kinds({ known, ladders, onChange }: Props) {
  const [openKind, setOpenKind] = useState<string>();
  const pushed = known.kinds.filter(({ possible }) => possible.length > 0);
  const inside = known.kinds.filter(({ possible }) => possible.length === 0).map(({ title }) => title);
  return (
    <View className="col">
      <View className="t-section">每种消息怎么送</View>
      {pushed.map(({ kind, title, category, urgency, ladder, possible }) => {
        const now = ladders[kind] ?? ladder;
        return (
          <Card
            key={kind}
            title={title}
            aside={
              openKind === kind ? undefined : (
                <BigButton
                  small
                  kind="secondary"
                  icon="edit"
                  text="修改"
                  label={`修改${title}`}
                  onPress={() => setOpenKind(kind)}
                />
              )
            }
          >
            <View className="row-wrap">
              <Tag word={CATEGORY_TEXT[category]} />
              {URGENCY[urgency] ? <Tag word={URGENCY[urgency]!} tone="danger" /> : null}
              <View className="t-secondary">{ladderText(now)}</View>
            </View>
            {openKind === kind ? (
              <Steps ladder={now} possible={possible} onChange={next => onChange({ ...ladders, [kind]: next })} />
            ) : null}
          </Card>
        );
      })}
      {inside.length > 0 ? (
        <Card title="只放进“消息”里的">
          <View className="desk-note">{inside.join('、')}</View>
        </Card>
      ) : null}
    </View>
  );
}

/** Up to three steps; a channel that was chosen earlier is not offered again. */
function Steps({
  ladder,
  possible,
  onChange,
}: {
  ladder: Ladders[string];
  possible: readonly Channel[];
  onChange: (next: Ladders[string]) => void;
}) {
  const shown = STEPS.slice(0, Math.min(possible.length, ladder.length + 1));
  const change = (at: number, rung: Channel[]) => {
    const rungs = shown.map((_step, i) => (i === at ? rung : (ladder[i] ?? []).filter(channel => !rung.includes(channel))));
    onChange(rungs.filter(each => each.length > 0));
  };
  return (
    <View className="col channels-line">
      {shown.map((step, i) => (
        <Labelled key={step} label={step}>
          <ChipPicker
            many
            label={step}
            options={possible
              .filter(channel => !ladder.slice(0, i).flat().includes(channel))
              .map(value => ({ value, text: CHANNEL_TEXT[value] }))}
            value={ladder[i] ?? []}
            onChange={rung => change(i, rung)}
          />
        </Labelled>
      ))}
      <View className="desk-note">都不选，就只放进本人的“消息”里。</View>
    </View>
  );
}
