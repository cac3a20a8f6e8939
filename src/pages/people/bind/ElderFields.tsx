import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { RoomFields } from './RoomFields';
import type { Draft, Gaps } from './which';

interface Props {
  draft: Draft;
  gaps: Gaps;
  onChange: (part: Partial<Draft>) => void;
}

const BY = [
  { value: 'phone', text: '手机号' },
  { value: 'room', text: '住址' },
  { value: 'card', text: '就餐卡' },
] as const;

const LINE = {
  phone: { label: '老人的手机号', key: 'phone', kind: 'phone', max: 11 },
  card: { label: '就餐卡上的号码', key: 'cardNo', kind: 'text', max: 20 },
} as const;

/** The elder's name and one more thing: telephone, address or meal card. */
export function ElderFields({ draft, gaps, onChange }: Props) {
  const line = draft.by === 'room' ? undefined : LINE[draft.by];
  return (
    <Card title="是哪位老人">
      <Field label="老人的姓名" value={draft.name} max={20} error={gaps.name} onChange={name => onChange({ name })} />
      <Segmented label="再填一样，好找到老人" options={BY} value={draft.by} onChange={by => onChange({ by })} />
      {line ? (
        <View className="bind-room">
          <Field
            label={line.label}
            kind={line.kind}
            max={line.max}
            value={draft[line.key]}
            error={gaps[line.key]}
            onChange={value => onChange({ [line.key]: value })}
          />
        </View>
      ) : (
        <RoomFields draft={draft} gaps={gaps} onChange={onChange} />
      )}
    </Card>
  );
}
