import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WatchView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { PersonHeader } from '../../../components/PersonHeader';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { dayHere, safety } from '../queries';
import { Absences } from './Absences';
import { Codes } from './Codes';
import { draftOf, lastText, readDraft, stateOf, type WatchDraft, type Wrong, watchText } from './draft';
import { Ladders } from './Ladders';
import { Path } from './Path';

const ON_OFF = [
  { value: 'on', text: '开启' },
  { value: 'off', text: '不开启' },
] as const;

/** Everything that is set for one elder's safety. */
export function Elder({ elderId }: { elderId: string }) {
  const watch = useQueryOf(safety, 'watch', { elderId });
  if (watch.failure) return <Failed failure={watch.failure} onRetry={watch.reload} />;
  if (!watch.data) return <Skeleton cards={3} />;
  const { name, addressText } = watch.data;
  return (
    <View className="col">
      <PersonHeader
        name={name}
        text={addressText}
        facts={[{ value: lastText(watch.data, dayHere()), label: '最近的平安信号' }]}
      />
      <Watch watch={watch.data} />
      <Called elderId={elderId} />
      <Ladders elderId={elderId} />
      <Path elderId={elderId} />
      <Absences elderId={elderId} name={name} />
      <Codes elderId={elderId} />
      <Privacy elderId={elderId} />
    </View>
  );
}

/** Somebody telephoned and all is well: a sign of life like any other. */
function Called({ elderId }: { elderId: string }) {
  const call = useCommand(safety, 'checkIn');
  return (
    <View className="col">
      <FailureNote failure={call.failure} onRetry={call.retry} />
      <BigButton kind="secondary" icon="phone" text="打过电话，人平安" busy={call.busy} onPress={() => call.run({ elderId })} />
    </View>
  );
}

/** On behalf of an elder without a phone; opening the health file is written down. */
const Privacy = ({ elderId }: { elderId: string }) => (
  <List label="健康资料和授权">
    <Row
      title="健康档案、急救卡"
      text="替老人查看和填写；打开会记下是谁"
      onPress={() => go('pages/safety/health/index', { elderId })}
    />
    <Row title="授权与隐私" text="替老人定：哪位家人能看什么" onPress={() => go('pages/safety/consent/index', { elderId })} />
  </List>
);

function Watch({ watch }: { watch: WatchView }) {
  const [draft, setDraft] = useState<WatchDraft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand(safety, 'saveWatch', { onDone: () => setDraft(undefined) });
  const submit = () => {
    if (!draft) return;
    const read = readDraft(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run({ elderId: watch.elderId, ...read.settings });
  };
  return (
    <Card title="平安信号" aside={<Tag {...stateOf(watch)} />}>
      <View className="col">
        <View className="t-body">{watchText(watch)}</View>
        {draft ? (
          <Lines draft={draft} wrong={wrong} onChange={setDraft} />
        ) : (
          <BigButton
            small
            kind="secondary"
            icon="edit"
            text="修改"
            label="修改平安信号"
            onPress={() => setDraft(draftOf(watch))}
          />
        )}
        <FailureNote failure={save.failure} onRetry={save.retry} />
        {draft ? (
          <View className="pair">
            <BigButton kind="plain" text="不改了" onPress={() => setDraft(undefined)} />
            <BigButton text="保存" busy={save.busy} onPress={submit} />
          </View>
        ) : null}
      </View>
    </Card>
  );
}

function Lines({ draft, wrong, onChange }: { draft: WatchDraft; wrong: Wrong; onChange: (draft: WatchDraft) => void }) {
  const set = (change: Partial<WatchDraft>) => onChange({ ...draft, ...change });
  const line = (key: 'from' | 'to' | 'grace') => ({
    value: draft[key],
    onChange: (value: string) => set({ [key]: value }),
    error: wrong[key],
  });
  return (
    <View>
      <Labelled label="等他的平安信号">
        <Segmented
          label="开启"
          options={ON_OFF}
          value={draft.on ? 'on' : 'off'}
          onChange={value => set({ on: value === 'on' })}
        />
      </Labelled>
      {draft.on ? (
        <>
          <Field label="从几点算起" max={5} {...line('from')} />
          <Field label="到几点还没有就提醒" max={5} {...line('to')} />
          <Field label="再等几分钟才报警" kind="number" max={3} {...line('grace')} />
          <Labelled label="先提醒老人">
            <Segmented
              label="先提醒老人"
              options={[
                { value: 'yes', text: '提醒' },
                { value: 'no', text: '不提醒' },
              ]}
              value={draft.remind ? 'yes' : 'no'}
              onChange={value => set({ remind: value === 'yes' })}
            />
          </Labelled>
        </>
      ) : null}
    </View>
  );
}
