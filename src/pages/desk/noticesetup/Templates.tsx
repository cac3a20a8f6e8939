import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeCategory, NoticeSettings, Template } from '../../../../types/notices';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { newRequestId } from '../../../services/gesture';
import { useCommand } from '../../../services/useDoor';
import { CATEGORY_TEXT } from '../../notices/words';
import { notices } from '../notice/queries';
import { Labelled } from '../parts/Labelled';
import { optionsOf } from '../words';

const blank = (): Template => ({
  id: `t-${newRequestId().slice(0, 8)}`,
  name: '',
  category: 'other',
  title: '',
  body: '',
  needsConfirmation: false,
  emergency: false,
});

const FLAGS = [
  { value: 'needsConfirmation', text: '要求点“我知道了”' },
  { value: 'emergency', text: '紧急' },
] as const;
type Flag = (typeof FLAGS)[number]['value'];

interface Editing {
  template: Template;
  onChange: (template: Template) => void;
  onDrop: () => void;
}

function TemplateForm({ template, onChange, onDrop }: Editing) {
  const set = (change: Partial<Template>) => onChange({ ...template, ...change });
  return (
    <Card title={template.name || '新模板'}>
      <Field label="模板名字" value={template.name} max={20} onChange={name => set({ name })} placeholder="停水" />
      <Field label="标题" value={template.title} max={30} onChange={title => set({ title })} />
      <Field
        kind="long"
        label="正文"
        help="要临时填的地方写成【日期】这样。"
        value={template.body}
        max={2000}
        onChange={body => set({ body })}
      />
      <Labelled label="哪一类">
        <ChipPicker<NoticeCategory>
          label="哪一类"
          options={optionsOf(CATEGORY_TEXT)}
          value={[template.category]}
          onChange={([category]) => set({ category: category ?? template.category })}
        />
      </Labelled>
      <ChipPicker<Flag>
        many
        label="怎么发"
        options={FLAGS}
        value={FLAGS.map(({ value }) => value).filter(value => template[value])}
        onChange={on => set({ needsConfirmation: on.includes('needsConfirmation'), emergency: on.includes('emergency') })}
      />
      <BigButton small kind="plain" icon="trash" text="删掉模板" label={`删掉模板${template.name}`} onPress={onDrop} />
    </Card>
  );
}

/** Ready-made words for the usual notices; saved together. */
export function TemplatesOf({ settings }: { settings: NoticeSettings }) {
  const [templates, setTemplates] = useState(settings.templates);
  const saving = useCommand(notices, 'saveSettings');
  const whole = templates.every(({ name, title, body }) => name.trim() && title.trim() && body.trim());
  const replace = (at: number, next: Template) => setTemplates(templates.map((each, index) => (index === at ? next : each)));
  return (
    <View className="col">
      {templates.map((template, at) => (
        <TemplateForm
          key={template.id}
          template={template}
          onChange={next => replace(at, next)}
          onDrop={() => setTemplates(templates.filter((_each, index) => index !== at))}
        />
      ))}
      <BigButton kind="secondary" icon="plus" text="加一个模板" onPress={() => setTemplates([...templates, blank()])} />
      <FailureNote failure={saving.failure} onRetry={saving.retry} />
      <BigButton
        text="保存模板"
        busy={saving.busy}
        busyText="正在保存…"
        disabled={!whole}
        onPress={() => saving.run({ ...settings, templates })}
      />
    </View>
  );
}
