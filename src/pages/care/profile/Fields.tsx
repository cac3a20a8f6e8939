import { Picker, View } from '@tarojs/components';
import { dateText, dayOf, isCivilDate } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { systemNow } from '../../../services/platform';
import { useTree } from '../../people/queries';
import type { Draft, Gaps } from './draft';
import './profile.css';

const RELATIONS = ['妈妈', '爸爸', '奶奶', '爷爷', '外婆', '外公'].map(value => ({ value, text: value }));

interface Props {
  draft: Draft;
  gaps: Gaps;
  isNew: boolean;
  change: (part: Partial<Draft>) => void;
}

export const Gap = ({ text }: { text: string | undefined }) =>
  text ? (
    <View className="care-gap" {...aria({ role: 'alert' })}>
      {text}
    </View>
  ) : null;

const birthText = (day: string) => (isCivilDate(day) ? `${day.slice(0, 4)}年${dateText(day)}` : '点这里选');

/** The day of birth, with the phone's own wheel. */
const BirthDate = ({ draft, gaps, change }: Omit<Props, 'isNew'>) => (
  <View className="field">
    <View className="field-label">出生日期</View>
    <Picker
      mode="date"
      value={draft.birthDate || '2018-01-01'}
      start="2005-01-01"
      end={dayOf(systemNow())}
      onChange={event => change({ birthDate: event.detail.value })}
    >
      <View className="profile-day" {...aria({ role: 'button', label: `出生日期，${birthText(draft.birthDate)}` })}>
        {birthText(draft.birthDate)}
      </View>
    </Picker>
    <Gap text={gaps.birthDate} />
  </View>
);

const asOptions = (places: readonly { id: string; name: string }[]) => places.map(({ id, name: text }) => ({ value: id, text }));
const one = (id: string) => (id ? [id] : []);

/** Where the child lives, by tapping; may stay empty. */
function Home({ draft, gaps, change }: Omit<Props, 'isNew'>) {
  const buildings = useTree().data?.buildings ?? [];
  const units = buildings.find(({ id }) => id === draft.buildingId)?.units ?? [];
  if (buildings.length === 0) return null;
  return (
    <Card title="住在哪里（选填）">
      <View className="col">
        <ChipPicker
          label="楼栋"
          options={asOptions(buildings)}
          value={one(draft.buildingId)}
          onChange={([id]) => change({ buildingId: id === draft.buildingId ? '' : (id ?? ''), unitId: '', room: '' })}
        />
        {units.length > 0 ? (
          <>
            <ChipPicker
              label="单元"
              options={asOptions(units)}
              value={one(draft.unitId)}
              onChange={([id]) => change({ unitId: id ?? '' })}
            />
            <Field label="房号" value={draft.room} max={12} placeholder="比如：501" onChange={room => change({ room })} />
          </>
        ) : null}
        <Gap text={gaps.home} />
      </View>
    </Card>
  );
}

/** Name, age, school; no identity card, no photograph. */
export const Fields = ({ draft, gaps, isNew, change }: Props) => (
  <>
    <Card title="孩子">
      <Field label="姓名" value={draft.name} max={20} error={gaps.name} onChange={name => change({ name })} />
      <BirthDate draft={draft} gaps={gaps} change={change} />
      <Field label="学校" value={draft.school} max={30} error={gaps.school} onChange={school => change({ school })} />
      <Field
        label="年级和班级"
        placeholder="比如：三年级2班"
        value={draft.schoolClass}
        max={20}
        error={gaps.schoolClass}
        onChange={schoolClass => change({ schoolClass })}
      />
      <View className="t-secondary">不用填身份证号，也不用传照片。</View>
    </Card>
    {isNew ? (
      <Card title="您是孩子的">
        <ChipPicker
          label="您是孩子的"
          options={RELATIONS}
          value={one(draft.relation)}
          onChange={([relation]) => change({ relation: relation ?? '' })}
        />
        <Field label="别的关系" optional max={10} value={draft.relation} onChange={relation => change({ relation })} />
        <Gap text={gaps.relation} />
      </Card>
    ) : null}
    <Home draft={draft} gaps={gaps} change={change} />
  </>
);
