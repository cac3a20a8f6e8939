import { View } from '@tarojs/components';
import type { AlertKind, AlertLadder } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Tag } from '../../../components/Tag';
import { KIND_TEXT, RUNG_TEXT } from '../../safety/words';
import { Labelled } from '../parts/Labelled';
import { optionsOf } from '../words';
import {
  FIRST_TURN,
  type LadderDraft,
  ladderLines,
  mayAddRung,
  RUNG_WAY_TEXT,
  type RungDraft,
  readLadder,
  type Wrong,
  withRung,
} from './ladder';

interface Props {
  kind: AlertKind;
  ladder: LadderDraft;
  open: boolean;
  wrong: Wrong;
  onOpen: () => void;
  onChange: (ladder: LadderDraft) => void;
  /** For one elder: whether this kind is called otherwise than in the rest of the community, and the way back. */
  own?: boolean;
  onBack?: () => void;
}

/** Whom one kind of alert calls: read as steps, opened to change. */
export function LadderForm({ kind, ladder, open, wrong, onOpen, onChange, own, onBack }: Props) {
  const spoilt = Object.keys(wrong).some(key => key.startsWith(`${kind}.`));
  const title = KIND_TEXT[kind];
  return (
    <Card
      title={title}
      aside={
        <View className="row">
          {own === undefined ? null : <Tag word={own ? '自己的' : '照社区的'} tone={own ? 'info' : 'neutral'} />}
          {open || spoilt ? null : (
            <BigButton small kind="secondary" icon="edit" text="修改" label={`修改${title}找谁`} onPress={onOpen} />
          )}
        </View>
      }
    >
      {own === false && !open ? null : <Lines ladder={readLadder(ladder, kind, {})} />}
      {open || spoilt ? <Editor kind={kind} ladder={ladder} wrong={wrong} onChange={onChange} /> : null}
      {own && onBack ? (
        <BigButton small kind="plain" text="改回社区的顺序" label={`${title}改回社区的顺序`} onPress={onBack} />
      ) : null}
    </Card>
  );
}

const Lines = ({ ladder }: { ladder: AlertLadder }) => (
  <View className="preview">
    {ladderLines(ladder).map(line => (
      <View key={line}>{line}</View>
    ))}
  </View>
);

function Editor({ kind, ladder, wrong, onChange }: Pick<Props, 'kind' | 'ladder' | 'wrong' | 'onChange'>) {
  const { rungs, pause } = ladder;
  const change = (at: number, rung: RungDraft) => onChange({ ...ladder, rungs: rungs.map((old, i) => (i === at ? rung : old)) });
  return (
    <View>
      {rungs.map((rung, i) => (
        <RungLines
          // biome-ignore lint/suspicious/noArrayIndexKey: a rung is its place on the ladder
          key={i}
          place={i}
          prefix={`${kind}.${i}`}
          rung={rung}
          wrong={wrong}
          onChange={next => change(i, next)}
          onRemove={rungs.length > 1 ? () => onChange({ ...ladder, rungs: rungs.filter((_old, at) => at !== i) }) : undefined}
        />
      ))}
      {mayAddRung(ladder) ? (
        <BigButton kind="secondary" icon="plus" text="加一步" onPress={() => onChange(withRung(ladder))} />
      ) : null}
      <Field
        label="都没人接手，隔几分钟从头再来"
        kind="number"
        max={3}
        value={pause}
        onChange={value => onChange({ ...ladder, pause: value })}
        error={wrong[`${kind}.pause`]}
      />
    </View>
  );
}

/** One after the other gives each a chance to answer before the next is woken. */
const ORDER = [
  { value: 'atOnce', text: '同时通知' },
  { value: 'inTurn', text: '一个一个来' },
] as const;

interface RungProps {
  place: number;
  prefix: string;
  rung: RungDraft;
  wrong: Wrong;
  onChange: (rung: RungDraft) => void;
  onRemove?: () => void;
}

function RungLines({ place, prefix, rung, wrong, onChange, onRemove }: RungProps) {
  const set = (change: Partial<RungDraft>) => onChange({ ...rung, ...change });
  const inTurn = rung.oneByOne !== undefined;
  return (
    <View className="rung">
      <View className="between">
        <View className="t-section">第 {place + 1} 步</View>
        {onRemove ? (
          <BigButton small kind="plain" icon="trash" text="去掉" label={`去掉第 ${place + 1} 步`} onPress={onRemove} />
        ) : null}
      </View>
      <Labelled label="通知谁">
        <ChipPicker many label="通知谁" options={optionsOf(RUNG_TEXT)} value={rung.who} onChange={who => set({ who })} />
        {wrong[`${prefix}.who`] ? <View className="field-error">{wrong[`${prefix}.who`]}</View> : null}
      </Labelled>
      <Labelled label="几个人的话">
        <Segmented
          label="几个人的话"
          options={ORDER}
          value={inTurn ? 'inTurn' : 'atOnce'}
          onChange={order => set({ oneByOne: order === 'inTurn' ? FIRST_TURN : undefined })}
        />
      </Labelled>
      <Labelled label="用什么通知">
        <Segmented label="用什么通知" options={optionsOf(RUNG_WAY_TEXT)} value={rung.way} onChange={way => set({ way })} />
      </Labelled>
      <View className="settings-pair">
        <Field
          label={place === 0 ? '报警后几分钟' : '上一步后几分钟没人接手'}
          kind="number"
          max={3}
          value={rung.after}
          onChange={after => set({ after })}
          error={wrong[`${prefix}.after`]}
        />
        {inTurn ? (
          <Field
            label="隔几分钟换下一个人"
            kind="number"
            max={2}
            value={rung.oneByOne ?? ''}
            onChange={oneByOne => set({ oneByOne })}
            error={wrong[`${prefix}.oneByOne`]}
          />
        ) : null}
      </View>
    </View>
  );
}
