import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { ReadAloud } from '../../../components/ReadAloud';
import { Tag } from '../../../components/Tag';
import { StepBar } from '../parts/StepBar';
import { momentText, STATUS, untilText } from '../words';
import { afterOf, clockOf, STAGES, stageOf } from './stages';

const LATE = { soon: { word: '快到了', tone: 'warning' }, yes: { word: '已经过了', tone: 'danger' } } as const;

/** Where it stands as it would be read out. */
export const spokenOf = (view: CaseView): string =>
  [`${view.kindName}的调解`, view.statusText, view.next ?? afterOf(view)].filter(Boolean).join('。');

/** What to do next, unless the line above it says so already. */
const asks = ({ next, statusText }: CaseView): boolean => next !== undefined && !statusText.includes('请');

/** Where the case stands, what comes next, and the clock. */
export function Where({ view }: { view: CaseView }) {
  const stage = stageOf(view);
  const clock = view.dueAt ? clockOf(view) : undefined;
  const late = view.late === 'no' ? undefined : LATE[view.late];
  return (
    <>
      <Card title={`${view.kindName}的调解`} aside={<Tag {...STATUS[view.status]} />}>
        <View className="col">
          <View className="row">
            <View className="grow t-section">{view.statusText}</View>
            <ReadAloud text={spokenOf(view)} />
          </View>
          {stage ? <StepBar at={stage} of={STAGES.length} word={STAGES[stage - 1]} /> : null}
          {asks(view) ? <View className="t-body">{view.next}</View> : null}
          {afterOf(view) ? <View className="t-secondary">{afterOf(view)}</View> : null}
        </View>
      </Card>
      <List label="要点">
        <Row title="申请号" value={view.ref} />
        {view.number ? <Row title="登记号" text={view.number} /> : null}
        <Row title="申请的时间" value={momentText(view.appliedAt)} />
        {clock && view.dueAt ? (
          <Row
            title={clock}
            text={untilText(dayOf(view.dueAt), dayOf(view.now))}
            aside={late ? <Tag word={late.word} tone={late.tone} /> : undefined}
          />
        ) : null}
        {view.pausedAt ? <Row title="暂停的时间" value={momentText(view.pausedAt)} /> : null}
        {view.meetsAt ? <Row title="下次商谈" value={momentText(view.meetsAt)} /> : null}
        {view.followUpOn && view.status === 'performing' ? (
          <Row title="调解员回访" text={untilText(view.followUpOn, dayOf(view.now))} />
        ) : null}
      </List>
    </>
  );
}
