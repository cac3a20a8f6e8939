import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/Card';

interface Props {
  title: string;
  unit: string;
  rows: readonly { label: string; value: number }[];
}

/** One bar a row with its name and number beside it, so that the plot is its own table. */
export function Bars({ title, unit, rows }: Props) {
  const most = Math.max(1, ...rows.map(row => row.value));
  return (
    <Card title={title}>
      <View {...aria({ role: 'table', label: title })}>
        {rows.map(({ label, value }) => (
          <View key={label} className="bar-row" {...aria({ role: 'row' })}>
            <View className="bar-label" {...aria({ role: 'cell' })}>
              {label}
            </View>
            <View className="bar-track" aria-hidden="true">
              <View className="bar-fill" style={{ width: `${(value / most) * 100}%` }} />
            </View>
            <View className="bar-value" {...aria({ role: 'cell' })}>
              {value} {unit}
            </View>
          </View>
        ))}
      </View>
    </Card>
  );
}
