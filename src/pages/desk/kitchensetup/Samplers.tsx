import { View } from '@tarojs/components';
import type { KitchenSettings, Period } from '../../../../types/canteen';
import { PERIOD_TEXT } from '../../../../types/words';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Labelled } from '../parts/Labelled';

type Sampler = KitchenSettings['samplers'][number];

interface Props {
  staff: readonly { accountId: string; name: string }[];
  value: readonly Sampler[];
  onChange: (samplers: Sampler[]) => void;
}

const PERIODS = Object.keys(PERIOD_TEXT) as Period[];

/** Who takes the samples of each meal of the day. */
export function Samplers({ staff, value, onChange }: Props) {
  const options = staff.map(({ accountId, name }) => ({ value: accountId, text: name }));
  const set = (period: Period, accounts: readonly string[]) =>
    onChange([
      ...value.filter(sampler => sampler.period !== period),
      ...staff.filter(each => accounts.includes(each.accountId)).map(each => ({ period, ...each })),
    ]);
  return (
    <Card title="谁负责留样">
      <View className="desk-note">没有留样时提醒他们；不选，就提醒所有食堂人员。</View>
      {staff.length === 0 ? <View className="desk-note">还没有食堂人员，先在“人员权限”里授予。</View> : null}
      {staff.length > 0
        ? PERIODS.map(period => (
            <Labelled key={period} label={PERIOD_TEXT[period]}>
              <ChipPicker
                many
                label={`${PERIOD_TEXT[period]}谁留样`}
                options={options}
                value={value.filter(sampler => sampler.period === period).map(sampler => sampler.accountId)}
                onChange={accounts => set(period, accounts)}
              />
            </Labelled>
          ))
        : null}
    </Card>
  );
}
