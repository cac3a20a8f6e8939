import { View } from '@tarojs/components';
import type { NoticeCategory } from '../../../../types/notices';
import type { CivilDate } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { useQueryOf } from '../../../services/useDoor';
import { CATEGORY_TEXT } from '../../notices/words';
import { mayOpen } from '../nav';
import { Labelled } from '../parts/Labelled';
import { When } from '../parts/When';
import { courier, useMe } from '../queries';
import { optionsOf } from '../words';
import { blanksIn, type NoticeDraft, type Wrong, withTemplate } from './draft';
import { FilesField } from './FilesField';
import { useNoticeSettings } from './queries';

interface Props {
  draft: NoticeDraft;
  wrong: Wrong;
  today: CivilDate;
  mayEmergency: boolean;
  onChange: (draft: NoticeDraft) => void;
}

const LENGTHS = { title: 30, body: 2000, place: 60 };

/** Ready-made words for the usual notices. */
function Templates({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const templates = useNoticeSettings().data?.templates ?? [];
  if (templates.length === 0) return null;
  return (
    <Labelled label="套用模板" help="模板里的【】换成实际内容就行。">
      <ChipPicker
        label="套用模板"
        options={templates.map(({ id, name }) => ({ value: id, text: name }))}
        value={[]}
        onChange={([id]) => {
          const template = templates.find(each => each.id === id);
          if (template) onChange(withTemplate(draft, template));
        }}
      />
    </Labelled>
  );
}

const SWITCHES = [
  { value: 'needsConfirmation', text: '要求点“我知道了”' },
  { value: 'public', text: '可以转发到微信群、印海报' },
  { value: 'emergency', text: '紧急通知' },
] as const;
type Switch = (typeof SWITCHES)[number]['value'];

function Choices({ draft, mayEmergency, onChange }: Pick<Props, 'draft' | 'mayEmergency' | 'onChange'>) {
  const offered = SWITCHES.filter(({ value }) => value !== 'emergency' || mayEmergency);
  const set = (on: Switch[]) =>
    onChange({
      ...draft,
      needsConfirmation: on.includes('needsConfirmation'),
      public: on.includes('public'),
      emergency: on.includes('emergency'),
    });
  return (
    <Labelled
      label="怎么发"
      help={draft.emergency ? '紧急通知不分白天黑夜马上发，还会发短信、打电话；要另一位同事看过才发出。' : undefined}
    >
      <ChipPicker
        many
        label="怎么发"
        options={offered}
        value={offered.map(({ value }) => value).filter(value => draft[value])}
        onChange={set}
      />
    </Labelled>
  );
}

/** Staff groups in WeCom that have a robot; the office set them up under 消息设置. */
function Robots({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const office = mayOpen('channels', useMe().data?.roles ?? []);
  const robots = useQueryOf(courier, 'courierSettings', {}, { when: office }).data?.robots ?? [];
  if (robots.length === 0) return null;
  return (
    <Labelled label="同时发到企业微信工作群（选填）">
      <ChipPicker
        many
        label="企业微信工作群"
        options={robots.map(({ key, name }) => ({ value: key, text: name }))}
        value={draft.robots}
        onChange={list => onChange({ ...draft, robots: list })}
      />
    </Labelled>
  );
}

/** Step 1: what is said. */
export function Write({ draft, wrong, today, mayEmergency, onChange }: Props) {
  const set = (change: Partial<NoticeDraft>) => onChange({ ...draft, ...change });
  const blanks = blanksIn(draft);
  return (
    <View className="columns">
      <Card title="写什么">
        <Templates draft={draft} onChange={onChange} />
        <Field label="标题" value={draft.title} max={LENGTHS.title} onChange={title => set({ title })} error={wrong.title} />
        <Field
          kind="long"
          label="正文"
          value={draft.body}
          max={LENGTHS.body}
          onChange={body => set({ body })}
          error={wrong.body}
          help={blanks.length ? `还要填：${blanks.join('')}` : '说清楚：什么事、什么时候、在哪里、要居民做什么。'}
        />
        <Labelled label="哪一类">
          <ChipPicker<NoticeCategory>
            label="哪一类"
            options={optionsOf(CATEGORY_TEXT)}
            value={[draft.category]}
            onChange={([category]) => set({ category: category ?? draft.category })}
          />
        </Labelled>
        <Choices draft={draft} mayEmergency={mayEmergency} onChange={onChange} />
      </Card>
      <Card title="时间、地点、图片">
        <When label="开始时间" today={today} value={draft.startsAt} onChange={startsAt => set({ startsAt })} />
        <When label="结束时间" today={today} value={draft.endsAt} onChange={endsAt => set({ endsAt })} error={wrong.endsAt} />
        <Field optional label="地点" value={draft.place} max={LENGTHS.place} onChange={place => set({ place })} />
        <When
          label="过期时间"
          today={today}
          value={draft.expiresAt}
          onChange={expiresAt => set({ expiresAt })}
          error={wrong.expiresAt}
          help="过期后排到最后，不再提醒。不填就按设置的天数。"
        />
        <FilesField draft={draft} onChange={onChange} />
        <Robots draft={draft} onChange={onChange} />
      </Card>
    </View>
  );
}
