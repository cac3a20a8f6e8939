import { View } from '@tarojs/components';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Press } from '../../../components/Press';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../../desk/parts/Labelled';
import { SIDE_TEXT } from '../../mediation/words';
import { PARTIES_OF } from '../words';
import { type AgreementDraft, newPromise, type PromiseDraft, type Start, type Wrong } from './draft';

interface Props {
  draft: AgreementDraft;
  wrong: Wrong;
  start: Start;
  today: CivilDate;
  onChange: (change: Partial<AgreementDraft>) => void;
}

const FORMS = [
  { value: 'written', text: '书面协议书' },
  { value: 'oral', text: '口头协议' },
] as const;

/** What was agreed: the facts, terms chosen from clauses and changed, and who does what by when. */
export const Form = ({ draft, wrong, start, today, onChange }: Props) => (
  <>
    <Card>
      <Labelled
        label="哪一种"
        help={
          draft.form === 'written' ? '双方签名、调解员签名、调委会盖章后生效。' : '调解员记下来就生效，不用签名。小事可以用。'
        }
      >
        <Segmented label="哪一种协议" options={FORMS} value={draft.form} onChange={form => onChange({ form })} />
      </Labelled>
      <Field
        label="纠纷的主要事实"
        kind="long"
        value={draft.facts}
        max={3000}
        onChange={facts => onChange({ facts })}
        error={wrong.facts}
        help="为了什么事、争的是什么。只写双方都认的。"
      />
      <Field
        label="在哪里达成的"
        value={draft.place}
        max={60}
        onChange={place => onChange({ place })}
        error={wrong.place}
        placeholder="社区调解室"
      />
    </Card>
    <Terms draft={draft} wrong={wrong} start={start} onChange={onChange} />
    <Promises draft={draft} wrong={wrong} today={today} onChange={onChange} />
  </>
);

function Terms({ draft, wrong, start, onChange }: Omit<Props, 'today'>) {
  const set = (at: number, text: string) => onChange({ terms: draft.terms.map((term, i) => (i === at ? text : term)) });
  return (
    <Card title="约定">
      <View className="col">
        {start.clauses.length > 0 ? <View className="t-secondary">常用的条款，点一下就加进去，再改几个字：</View> : null}
        <View className="chips">
          {start.clauses.map(clause => (
            <Press
              key={clause.id}
              className="chip"
              label={`加条款：${clause.name}`}
              onPress={() => onChange({ terms: [...draft.terms, clause.text] })}
            >
              + {clause.name}
            </Press>
          ))}
        </View>
        {draft.terms.map((term, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place in the paper
          <View key={i}>
            <Field label={`第 ${i + 1} 条`} kind="long" value={term} max={600} onChange={text => set(i, text)} />
            <BigButton
              small
              kind="plain"
              icon="trash"
              text="去掉这一条"
              label={`去掉这一条：第 ${i + 1} 条`}
              onPress={() => onChange({ terms: draft.terms.filter((_, at) => at !== i) })}
            />
          </View>
        ))}
        {wrong.terms ? <View className="field-error">{wrong.terms}</View> : null}
        <BigButton
          kind="secondary"
          icon="plus"
          text="自己写一条"
          disabled={draft.terms.length >= 20}
          onPress={() => onChange({ terms: [...draft.terms, ''] })}
        />
      </View>
    </Card>
  );
}

const nextNumber = (promises: readonly PromiseDraft[]) => 1 + Math.max(0, ...promises.map(each => Number(each.key.slice(1))));

function Promises({ draft, wrong, today, onChange }: Omit<Props, 'start'>) {
  const set = (key: string, change: Partial<PromiseDraft>) =>
    onChange({ promises: draft.promises.map(each => (each.key === key ? { ...each, ...change } : each)) });
  return (
    <Card title="谁在什么时候做什么">
      <View className="col">
        <View className="t-secondary">写在这里的每一件，到期前会提醒本人，到期后请您核实。</View>
        {draft.promises.map((each, i) => (
          <View key={each.key} className="piece">
            <Labelled label={`第 ${i + 1} 件由谁做`}>
              <Segmented
                label={`第 ${i + 1} 件由谁做`}
                options={PARTIES_OF.map(side => ({ value: side, text: SIDE_TEXT[side] }))}
                value={each.by}
                onChange={by => set(each.key, { by })}
              />
            </Labelled>
            <View className="form-two">
              <Field
                label="做什么"
                value={each.what}
                max={300}
                onChange={what => set(each.key, { what })}
                error={wrong[`${each.key}.what`]}
                placeholder="把卫生间的水管修好"
              />
              <Field
                label="怎么做"
                value={each.manner}
                max={100}
                onChange={manner => set(each.key, { manner })}
                error={wrong[`${each.key}.manner`]}
                placeholder="请师傅上门"
              />
              <Field
                label="哪天之前"
                value={each.dueOn}
                max={12}
                onChange={dueOn => set(each.key, { dueOn })}
                error={wrong[`${each.key}.dueOn`]}
              />
            </View>
            <BigButton
              small
              kind="plain"
              icon="trash"
              text="去掉这一件"
              label={`去掉这一件：第 ${i + 1} 件`}
              onPress={() => onChange({ promises: draft.promises.filter(other => other.key !== each.key) })}
            />
          </View>
        ))}
        <BigButton
          kind="secondary"
          icon="plus"
          text="加一件"
          disabled={draft.promises.length >= 20}
          onPress={() => onChange({ promises: [...draft.promises, newPromise(today, nextNumber(draft.promises))] })}
        />
      </View>
    </Card>
  );
}
