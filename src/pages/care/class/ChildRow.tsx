import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { sentenceOf } from '../../../services/sentences';
import { type MyChild, useClasses } from '../queries';
import { ENROLMENT, LIVE } from '../words';
import { type Answer, isLost } from './useSignUps';
import { maySelect, resultOf } from './words';
import './class.css';

interface Props {
  child: MyChild;
  classId: string;
  chosen: boolean;
  answer: Answer | undefined;
  onToggle: () => void;
}

/** The one answer to the press. */
const Answered = ({ answer }: { answer: Answer }) => {
  if (answer.enrolment) {
    const { title, text } = resultOf(answer.enrolment);
    return (
      <View className="signup-answer signup-good" {...aria({ role: 'status', live: 'polite' })}>
        <View className="t-section">{`✓ ${title}`}</View>
        <View className="t-body">{text}</View>
      </View>
    );
  }
  const { title, next } = sentenceOf(answer.failure.code, answer.failure.details);
  return (
    <View className="signup-answer signup-bad" {...aria({ role: 'alert' })}>
      <View className="t-body">{title}</View>
      <View className="t-body">{isLost(answer) ? '请再按一次下面的按钮。放心，不会重复报名。' : next}</View>
    </View>
  );
};

/** One child of the family: whether it can be signed up here, and what became of it. */
export function ChildRow({ child, classId, chosen, answer, onToggle }: Props) {
  const offer = useClasses(child.id).data?.classes.find(({ id }) => id === classId);
  const may = offer?.may?.signUp;
  const known = offer?.enrolment;
  const live = known && LIVE.includes(known.status) ? known : undefined;
  if (answer?.enrolment) return <Answered answer={answer} />;
  const why = may && !may.ok && !maySelect(may) ? sentenceOf(may.code, may.details).title : '';
  const note = live ? `已经报过：${ENROLMENT[live.status].word}` : why;
  if (!maySelect(may)) {
    return (
      <View className="signup-child">
        <View className="grow">
          <View className="t-body">{child.name}</View>
          <View className="t-secondary">{note || '正在看能不能报…'}</View>
        </View>
      </View>
    );
  }
  return (
    <>
      <Press
        role="checkbox"
        checked={chosen}
        label={child.name}
        className={`signup-child signup-free ${chosen ? 'signup-on' : ''}`}
        onPress={onToggle}
      >
        <View className={`signup-box ${chosen ? 'signup-ticked' : ''}`}>
          {chosen ? <Icon name="check" size="small" /> : null}
        </View>
        <View className="grow">{child.name}</View>
      </Press>
      {answer ? <Answered answer={answer} /> : null}
    </>
  );
}
