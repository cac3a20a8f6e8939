import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { care, type Term } from '../queries';
import { type HolidayDraft, newKey, readTerm, termDraft, type Wrong } from './termDraft';

/** A term: its days, and the school holidays in it. National holidays are known already. */
export function TermForm({ term, onDone }: { term?: Term; onDone: () => void }) {
  const [draft, setDraft] = useState(() => termDraft(term));
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand(care, 'saveTerm', { onDone });
  const submit = () => {
    const read = readTerm(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.term);
  };
  const setHoliday = (key: string, change: Partial<HolidayDraft>) =>
    setDraft({ ...draft, holidays: draft.holidays.map(each => (each.key === key ? { ...each, ...change } : each)) });
  return (
    <Card title={term ? `改学期：${term.name}` : '新学期'}>
      <Field
        label="学期名"
        value={draft.name}
        max={20}
        onChange={name => setDraft({ ...draft, name })}
        error={wrong.name}
        placeholder="2027年春季"
      />
      <View className="care-two">
        <Field
          label="第一天"
          value={draft.first}
          max={12}
          onChange={first => setDraft({ ...draft, first })}
          error={wrong.first}
          placeholder="2027-02-22"
        />
        <Field
          label="最后一天"
          value={draft.last}
          max={12}
          onChange={last => setDraft({ ...draft, last })}
          error={wrong.last}
          placeholder="2027-06-30"
        />
      </View>
      <View className="col">
        <View className="t-section">学校的假期</View>
        <View className="desk-note">国家法定假日和调休已经算好，不用写；这里写寒暑假、期中休息这些。</View>
        {draft.holidays.map((each, i) => (
          <Holiday
            key={each.key}
            holiday={each}
            no={i + 1}
            wrong={wrong}
            onChange={change => setHoliday(each.key, change)}
            onRemove={() => setDraft({ ...draft, holidays: draft.holidays.filter(({ key }) => key !== each.key) })}
          />
        ))}
        <BigButton
          kind="plain"
          icon="plus"
          text="加一个假期"
          disabled={draft.holidays.length >= 20}
          onPress={() =>
            setDraft({ ...draft, holidays: [...draft.holidays, { key: newKey(draft.holidays), from: '', to: '', name: '' }] })
          }
        />
        <FailureNote failure={save.failure} onRetry={save.retry} />
        <BigButton text="保存学期" busy={save.busy} onPress={submit} />
      </View>
    </Card>
  );
}

interface HolidayProps {
  holiday: HolidayDraft;
  no: number;
  wrong: Wrong;
  onChange: (change: Partial<HolidayDraft>) => void;
  onRemove: () => void;
}

const Holiday = ({ holiday, no, wrong, onChange, onRemove }: HolidayProps) => (
  <View className="care-outcome">
    <Field
      label={`第 ${no} 个假期`}
      value={holiday.name}
      max={20}
      onChange={name => onChange({ name })}
      error={wrong[`${holiday.key}.name`]}
      placeholder="寒假"
    />
    <View className="care-two">
      <Field
        label={`第 ${no} 个，从哪天`}
        value={holiday.from}
        max={12}
        onChange={from => onChange({ from })}
        error={wrong[`${holiday.key}.from`]}
      />
      <Field
        label={`第 ${no} 个，到哪天`}
        optional
        value={holiday.to}
        max={12}
        onChange={to => onChange({ to })}
        error={wrong[`${holiday.key}.to`]}
        help="只有一天就空着"
      />
    </View>
    <View className="row">
      <BigButton small kind="plain" icon="trash" text="去掉" label={`去掉第 ${no} 个假期`} onPress={onRemove} />
    </View>
  </View>
);
