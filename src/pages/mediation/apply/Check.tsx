import type { Guide } from '../../../../types/mediation';
import type { Me } from '../../../../types/people';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Lines } from '../parts/Lines';
import { type Draft, questionsOf, type Step } from './draft';

interface Props {
  draft: Draft;
  guide: Guide;
  me: Me;
  asksWho: boolean;
  onStep: (step: Step) => void;
}

interface Told {
  step: Step;
  title: string;
  text: string;
}

/** Everything that was written, in the order of the steps. */
export function toldOf({ draft, guide, me, asksWho }: Omit<Props, 'onStep'>): Told[] {
  const elder = me.elders.find(({ id }) => id === draft.forResident);
  const kind = guide.kinds.find(each => each.kind === draft.kind);
  return [
    ...(asksWho ? [{ step: 'who' as const, title: '给谁申请', text: elder ? `替${elder.name}` : '给我自己' }] : []),
    { step: 'kind', title: '哪一类', text: kind?.name ?? '没有选' },
    { step: 'danger', title: '有没有危险', text: draft.danger ? '有危险' : '没有危险' },
    { step: 'what', title: '是什么事', text: draft.what },
    { step: 'where', title: '在哪里', text: draft.where },
    { step: 'since', title: '从什么时候', text: draft.since },
    { step: 'whom', title: '和谁的事', text: [draft.name, draft.address, draft.phone].filter(Boolean).join('，') },
    { step: 'fair', title: '希望怎么解决', text: draft.fair },
    ...questionsOf(draft.kind, guide.kinds).map(
      ({ id, text }): Told => ({ step: `q:${id}`, title: text, text: draft.answers[id] || '没有填' }),
    ),
    { step: 'files', title: '照片和材料', text: draft.files.length > 0 ? `${draft.files.length} 个` : '没有' },
    { step: 'session', title: '要不要公开', text: draft.wantsOpen ? '可以公开谈' : '关起门谈' },
  ];
}

/** Once more before it is handed in; each line leads back to its question. */
export const Check = ({ onStep, ...props }: Props) => (
  <>
    <Card title="请核对一遍">
      <Lines
        lines={[
          '申请免费。交了以后，随时可以撤回。',
          '对方不会看到您写的原话；调解员会用中立的话邀请对方。',
          '调解不影响您去法院打官司。',
        ]}
      />
    </Card>
    <List label="您写的内容，点一下可以改">
      {toldOf(props).map(({ step, title, text }) => (
        <Row key={step} title={text} text={title} onPress={() => onStep(step)} />
      ))}
    </List>
  </>
);
