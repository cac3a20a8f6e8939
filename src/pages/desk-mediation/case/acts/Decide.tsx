import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, DeclineGround } from '../../../../../types/mediation';
import { ChipPicker } from '../../../../components/ChipPicker';
import { Field } from '../../../../components/Field';
import { Labelled } from '../../../desk/parts/Labelled';
import { Deed, useDeed } from '../../parts/Deed';
import { GROUNDS } from '../../words';

interface Props {
  view: CaseView;
  onDone?: () => void;
}

/** 受理: with the neutral words in which the other side is invited. */
export function Accept({ view, onDone }: Props) {
  const [summary, setSummary] = useState('');
  const deed = useDeed('acceptCase', onDone);
  return (
    <Deed
      explain
      deed={deed}
      may={view.may.acceptCase}
      look="primary"
      icon="check"
      text="受理"
      title="受理这件申请"
      note="受理后登记编号，并邀请对方参加调解。调解不收费，双方自愿。"
      yes="受理并邀请对方"
      ready={summary.trim() !== ''}
      onYes={() => deed.run({ id: view.id, summary: summary.trim() })}
    >
      <Field
        label="邀请里怎么写事由"
        kind="long"
        value={summary}
        max={500}
        onChange={setSummary}
        placeholder="比如：邻居反映卫生间漏水，想请您一起商量怎么修"
        help="对方只看得到这段话，看不到申请人写的原文。请写得中立，不评对错。"
      />
    </Deed>
  );
}

export function AskMore({ view, onDone }: Props) {
  const [text, setText] = useState('');
  const deed = useDeed('askMore', onDone);
  return (
    <Deed
      deed={deed}
      may={view.may.askMore}
      text="请申请人补充"
      title="还需要申请人说明什么？"
      note="申请人会收到提醒，补充后回到这里。"
      yes="发给申请人"
      ready={text.trim() !== ''}
      onYes={() => deed.run({ id: view.id, text: text.trim() })}
    >
      <Field
        label="请补充"
        kind="long"
        value={text}
        max={1000}
        onChange={setText}
        placeholder="比如：请拍一张天花板的照片，写上是哪天开始漏的"
      />
    </Deed>
  );
}

const groundOptions = (Object.keys(GROUNDS) as DeclineGround[]).map(value => ({ value, text: GROUNDS[value].word }));

/** 不予受理: the law knows a few grounds; each says where to go instead. */
export function Decline({ view, onDone }: Props) {
  const [ground, setGround] = useState<DeclineGround>();
  const [text, setText] = useState('');
  const deed = useDeed('declineCase', onDone);
  return (
    <Deed
      deed={deed}
      may={view.may.declineCase}
      look="plain"
      kind="danger"
      text={view.acceptedAt === undefined ? '不予受理' : '终止：别的机关已处理'}
      title="依据是什么？"
      note="只有下面这些情况可以不受理。申请人会看到原因，也会看到可以去哪里办。"
      yes="不予受理"
      ready={ground !== undefined}
      onYes={() => ground && deed.run({ id: view.id, ground, ...(text.trim() ? { text: text.trim() } : {}) })}
    >
      <Labelled label="法定的情况" help={ground ? `申请人会看到：${GROUNDS[ground].instead}` : undefined}>
        <ChipPicker
          label="法定的情况"
          options={groundOptions}
          value={ground ? [ground] : []}
          onChange={([first]) => setGround(first)}
        />
      </Labelled>
      <Field
        optional
        label="给申请人的话"
        kind="long"
        value={text}
        max={1000}
        onChange={setText}
        placeholder="比如：法院案号是……，开庭前还可以请法官主持调解"
      />
    </Deed>
  );
}

const WHY = [
  { value: 'duplicate', text: '同一件事重复申请' },
  { value: 'counterClaim', text: '对方也来申请了' },
] as const;

/** 并案: goes on under the other case. Which one, the committee finds by its number in the register. */
export function Join({ view, onDone, others }: Props & { others: readonly { id: string; text: string }[] }) {
  const [into, setInto] = useState<string>();
  const [why, setWhy] = useState<(typeof WHY)[number]['value']>('duplicate');
  const deed = useDeed('joinCase', onDone);
  if (!view.may.joinCase?.ok) return null;
  return (
    <Deed
      deed={deed}
      may={view.may.joinCase}
      look="plain"
      text="并到另一件"
      title="并到哪一件？"
      note="这一件到此结束，它的材料归到另一件的卷宗里。双方必须是同样的人。"
      yes="合并"
      ready={into !== undefined}
      onYes={() => into && deed.run({ id: view.id, into, why })}
    >
      {others.length === 0 ? <View className="desk-note">没有别的进行中的案件可以合并。</View> : null}
      <Labelled label="进行中的案件">
        <ChipPicker
          label="并到哪一件"
          options={others.map(({ id, text }) => ({ value: id, text }))}
          value={into ? [into] : []}
          onChange={([first]) => setInto(first)}
        />
      </Labelled>
      <Labelled label="为什么">
        <ChipPicker label="为什么合并" options={WHY} value={[why]} onChange={([first]) => setWhy(first ?? 'duplicate')} />
      </Labelled>
    </Deed>
  );
}
