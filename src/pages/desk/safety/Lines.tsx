import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../parts/Labelled';
import { useStaff } from '../queries';
import type { ClockKey, NumberKey, SettingsDraft } from './draft';
import type { Wrong } from './ladder';

interface Props {
  draft: SettingsDraft;
  wrong: Wrong;
  onChange: (draft: SettingsDraft) => void;
}

/** Times, numbers, telephones of the community. */
export function Lines({ draft, wrong, onChange }: Props) {
  const set = (change: Partial<SettingsDraft>) => onChange({ ...draft, ...change });
  const line = (key: NumberKey | ClockKey | 'dutyPhone' | 'relayPhone') => ({
    value: draft[key],
    onChange: (value: string) => set({ [key]: value }),
    error: wrong[key],
  });
  const number = (key: NumberKey) => ({ ...line(key), kind: 'number' as const, max: 3 });
  return (
    <View className="col">
      <Card title="接手以后">
        <View className="settings-pair">
          <Field label="接手后几分钟没进展，继续找人" {...number('ackMinutes')} />
          <Field label="赶去以后几分钟没进展，继续找人" {...number('wayMinutes')} />
          <Field label="一键求助可以反悔的秒数" {...number('holdSeconds')} help="0 就是一按就发" />
        </View>
      </Card>
      <Card title="夜里">
        <View className="preview">
          {draft.nightFrom === draft.nightTo
            ? '不分白天夜里。'
            : `${draft.nightFrom} 到 ${draft.nightTo}，不管哪一步，都用微信、短信和电话一起通知。`}
        </View>
        <View className="settings-pair">
          <Field label="从几点" max={5} {...line('nightFrom')} />
          <Field label="到几点" max={5} {...line('nightTo')} help="两个时间一样，就是不分夜里" />
        </View>
      </Card>
      <Card title="电话">
        <Field optional label="值班电话" kind="phone" max={20} {...line('dutyPhone')} help="升级链里的“值班电话”打这个号" />
        <Field optional label="防走失码联系电话" kind="phone" max={20} {...line('relayPhone')} help="空着就用社区电话" />
      </Card>
      <Card title="包保和平安信号">
        <View className="settings-pair">
          <Field label="一位包保人最多几位老人" {...number('mostPerKeeper')} />
          <Field label="几天探访一次" {...number('visitEvery')} />
          <Field label="平安信号从几点算" max={5} {...line('watchFrom')} />
          <Field label="到几点还没有就提醒" max={5} {...line('watchTo')} />
          <Field label="再等几分钟才报警" {...number('watchGrace')} />
        </View>
        <Labelled label="订了餐没来取，要不要去看看">
          <Segmented
            label="订了餐没来取"
            options={[
              { value: 'yes', text: '要' },
              { value: 'no', text: '不用' },
            ]}
            value={draft.mealMissed ? 'yes' : 'no'}
            onChange={value => set({ mealMissed: value === 'yes' })}
          />
        </Labelled>
      </Card>
      <Card title="设备、防走失码、体检">
        <View className="settings-pair">
          <Field label="设备几小时没联系算失联" {...number('deviceSilentHours')} />
          <Field label="电量低于百分之几要换电池" {...number('lowBattery')} />
          <Field label="一个防走失码每小时最多用几次" {...number('codeUsesPerHour')} />
          <Field label="满多少岁免费体检" {...number('checkUpAge')} />
        </View>
      </Card>
      <Volunteers draft={draft} onChange={drillVolunteers => set({ drillVolunteers })} />
    </View>
  );
}

interface VolunteersProps {
  draft: SettingsDraft;
  onChange: (people: SettingsDraft['drillVolunteers']) => void;
}

/** 演练: only these people are really called. */
function Volunteers({ draft, onChange }: VolunteersProps) {
  const staff = useStaff();
  const chosen = draft.drillVolunteers;
  const known = new Map([...chosen, ...(staff.data?.keepers ?? [])].map(({ account, name }) => [account, name]));
  return (
    <Card title="参加演练的人">
      <Labelled label="演练时真的通知这些人" help="别人只在记录里看得到，不会被打扰。">
        <ChipPicker
          many
          label="参加演练的人"
          options={[...known].map(([value, text]) => ({ value, text }))}
          value={chosen.map(({ account }) => account)}
          onChange={accounts => onChange(accounts.map(account => ({ account, name: known.get(account) ?? '' })))}
        />
      </Labelled>
    </Card>
  );
}
