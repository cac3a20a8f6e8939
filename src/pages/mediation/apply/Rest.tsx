import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Hint, Lines } from '../parts/Lines';
import { Tell } from '../parts/Tell';
import { Tiles } from '../parts/Tiles';
import { questionsOf } from './draft';
import type { StepProps } from './StepOf';

/** One of the few questions of this kind; it may stay unanswered. */
export const Question = ({ id, draft, guide, change }: StepProps & { id: string }) => {
  const question = questionsOf(draft.kind, guide.kinds).find(each => each.id === id);
  if (!question) return null;
  const answer = draft.answers[id] ?? '';
  const set = (text: string) => change({ answers: { ...draft.answers, [id]: text } });
  return (
    <Card title={question.text}>
      {question.choices ? (
        <Tiles
          wide
          label={question.text}
          options={question.choices.map(choice => ({ value: choice, text: choice }))}
          value={answer || undefined}
          onChange={set}
        />
      ) : (
        <Tell label="您的回答" value={answer} max={300} placeholder={question.example} onChange={set} />
      )}
      <Hint icon="check" text="不清楚可以不填，直接点“下一步”。" />
    </Card>
  );
};

const SESSION = [
  { value: 'closed', text: '关起门谈', about: '只有双方和调解员在场，大多数人选这个', icon: 'lock' },
  { value: 'open', text: '可以公开谈', about: '别的居民可以旁听；要双方都愿意才行', icon: 'people' },
] as const;

export const Session = ({ draft, change }: StepProps) => (
  <Card title="谈的时候，要不要公开？">
    <Tiles
      wide
      label="要不要公开"
      options={SESSION}
      value={draft.wantsOpen ? 'open' : 'closed'}
      onChange={value => change({ wantsOpen: value === 'open' })}
    />
    <View className="apply-fields">
      <Lines icon="lock" lines={['不管哪一种，调解员都要替您保密。']} />
    </View>
  </Card>
);
