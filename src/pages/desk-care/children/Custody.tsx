import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { dayHere } from '../../desk/queries';
import { momentText } from '../../desk/words';
import { Barred } from '../parts/Barred';
import { care } from '../queries';
import { personText } from '../words';
import { BarredForm } from './BarredForm';
import { type CustodyDraft, type CustodyView, custodyDraft, newBarred, readCustody, type Wrong } from './custodyDraft';

/** 监护争议登记: what the office recorded holds when guardians disagree. Opened with a tap that is written down. */
export function Custody({ childId, name }: { childId: string; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="监护争议和不能接的人">
      {open ? (
        <Opened childId={childId} />
      ) : (
        <View className="col">
          <View className="t-secondary">谁不能接孩子、两位监护人意见不同时听谁的，由社区办公室凭材料登记。</View>
          <BigButton kind="secondary" icon="lock" text="打开登记" label={`打开登记：${name}`} onPress={() => setOpen(true)} />
          <View className="desk-note">打开会记下您的姓名和时间。</View>
        </View>
      )}
    </Card>
  );
}

function Opened({ childId }: { childId: string }) {
  const query = useQueryOf(care, 'custody', { childId });
  const [draft, setDraft] = useState<CustodyDraft>();
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton cards={1} />;
  if (draft) return <Form childId={childId} view={query.data} first={draft} onDone={() => setDraft(undefined)} />;
  return <Recorded view={query.data} onChange={() => setDraft(custodyDraft(query.data as CustodyView))} />;
}

function Recorded({ view, onChange }: { view: CustodyView; onChange: () => void }) {
  const decides = view.guardians.find(each => each.id === view.decides);
  return (
    <View className="col">
      <Barred people={view.barred} />
      {view.barred.length === 0 ? <View className="t-body">没有登记不能接的人。</View> : null}
      <View className="t-body">{decides ? `只由${personText(decides)}决定接送、请假和报名。` : '每位监护人都能决定。'}</View>
      {view.note ? <View className="t-secondary">依据：{view.note}</View> : null}
      {view.byName && view.at !== undefined ? (
        <View className="t-secondary">
          {view.byName}，{momentText(view.at, dayHere())} 登记
        </View>
      ) : null}
      <BigButton kind="plain" icon="edit" text="登记或更改" onPress={onChange} />
    </View>
  );
}

interface FormProps {
  childId: string;
  view: CustodyView;
  first: CustodyDraft;
  onDone: () => void;
}

function Form({ childId, view, first, onDone }: FormProps) {
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand(care, 'saveCustody', { onDone });
  const set = (change: Partial<CustodyDraft>) => setDraft({ ...draft, ...change });
  const confirmed = view.guardians.filter(each => each.status === 'confirmed');
  const submit = () => {
    const read = readCustody(childId, draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.custody);
  };
  return (
    <View className="col">
      <View className="t-section">不能接孩子的人</View>
      {draft.barred.map((each, i) => (
        <BarredForm
          key={each.key}
          person={each}
          no={i + 1}
          wrong={wrong}
          onChange={change => set({ barred: draft.barred.map(old => (old.key === each.key ? { ...old, ...change } : old)) })}
          onRemove={() => set({ barred: draft.barred.filter(({ key }) => key !== each.key) })}
        />
      ))}
      <View className="row-wrap">
        {confirmed
          .filter(each => !draft.barred.some(({ adultId }) => adultId === each.id))
          .map(each => (
            <BigButton
              key={each.id}
              small
              kind="plain"
              icon="plus"
              text={personText(each)}
              label={`${personText(each)}不能接`}
              onPress={() => set({ barred: [...draft.barred, newBarred(draft.barred, each)] })}
            />
          ))}
        <BigButton
          small
          kind="plain"
          icon="plus"
          text="别的人"
          disabled={draft.barred.length >= 10}
          onPress={() => set({ barred: [...draft.barred, newBarred(draft.barred)] })}
        />
      </View>
      <Labelled label="谁来决定" help="选了一位，另一位就不能改接送人、请假和报名。">
        <ChipPicker
          label="谁来决定"
          options={[{ value: '', text: '每位监护人' }, ...confirmed.map(each => ({ value: each.id, text: personText(each) }))]}
          value={[draft.decides]}
          onChange={([decides]) => set({ decides: decides ?? '' })}
        />
      </Labelled>
      {confirmed.length > 1 ? (
        <Labelled label="不再是监护人（可不选）">
          <ChipPicker
            many
            label="不再是监护人"
            options={confirmed.map(each => ({ value: each.id, text: personText(each) }))}
            value={draft.end}
            onChange={end => set({ end })}
          />
        </Labelled>
      ) : null}
      <Field
        kind="long"
        label="依据"
        value={draft.note}
        max={300}
        onChange={note => set({ note })}
        error={wrong.note}
        help="加密保存，只有社区办公室能看。"
      />
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不改了" onPress={onDone} />
        <BigButton text="保存登记" busy={save.busy} onPress={submit} />
      </View>
    </View>
  );
}
