import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartySide } from '../../../../../types/mediation';
import { dateText, dayOf } from '../../../../../types/time';
import { Card } from '../../../../components/Card';
import { ChipPicker } from '../../../../components/ChipPicker';
import { Field } from '../../../../components/Field';
import { Segmented } from '../../../../components/Segmented';
import { Labelled } from '../../../desk/parts/Labelled';
import { contentsOf, SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed } from '../../parts/Deed';
import { daysLeft, leftText, PARTIES_OF } from '../../words';
import { Piece } from '../Piece';

const HOW = [
  { value: 'phone', text: '打电话' },
  { value: 'visit', text: '上门' },
] as const;
const MARKS = ['很不满意', '不满意', '一般', '满意', '很满意'].map((text, i) => ({ value: String(i + 1), text }));

/** 回访: asked some days after effect how it is going. */
export function FollowUp({ view }: { view: CaseView }) {
  if (!view.followUpOn) return null;
  const left = daysLeft(view.followUpOn, dayOf(view.now));
  const said = PARTIES_OF.flatMap(side => {
    const mark = MARKS[(view.satisfied[side] ?? 0) - 1];
    return mark ? [`${SIDE_TEXT[side]}：${mark.text}`] : [];
  });
  return (
    <Card title="回访">
      <View className="col">
        <View className="t-body">
          {view.followUps > 0 ? `已经回访 ${view.followUps} 次` : `${dateText(view.followUpOn)}回访，${leftText(left)}`}
        </View>
        {said.length > 0 ? <View className="t-body">{said.join('；')}</View> : null}
        {contentsOf(view.parts, 'followUp').map(part => (
          <Piece key={part.id} caseId={view.id} part={part} />
        ))}
        <Write view={view} />
      </View>
    </Card>
  );
}

function Write({ view }: { view: CaseView }) {
  const [how, setHow] = useState<'phone' | 'visit'>('phone');
  const [marks, setMarks] = useState<Partial<Record<PartySide, string>>>({});
  const [text, setText] = useState('');
  const deed = useDeed('recordFollowUp');
  const given = PARTIES_OF.flatMap(side => (marks[side] ? [[side, Number(marks[side])] as const] : []));
  return (
    <Deed
      deed={deed}
      may={view.may.recordFollowUp}
      look={view.followedUp ? 'plain' : 'primary'}
      text="写回访记录"
      yes="保存"
      ready={text.trim() !== ''}
      onYes={() => deed.run({ id: view.id, how, text: text.trim(), ...Object.fromEntries(given) })}
    >
      <Segmented label="怎么回访的" options={HOW} value={how} onChange={setHow} />
      {PARTIES_OF.map(side => (
        <Labelled key={side} label={`${SIDE_TEXT[side]}满意吗（没问到就不选）`}>
          <ChipPicker
            label={`${SIDE_TEXT[side]}满意吗`}
            options={MARKS}
            value={marks[side] ? [marks[side]] : []}
            onChange={([first]) => setMarks({ ...marks, [side]: first })}
          />
        </Labelled>
      ))}
      <Field
        label="情况"
        kind="long"
        value={text}
        max={1000}
        onChange={setText}
        placeholder="比如：管子换好了，两家已经打招呼了"
      />
    </Deed>
  );
}
