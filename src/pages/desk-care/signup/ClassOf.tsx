import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { Fact } from '../../desk/parts/Fact';
import { dayHere } from '../../desk/queries';
import { momentText } from '../../desk/words';
import { usePaper } from '../parts/usePaper';
import { care, type DeskClass } from '../queries';
import { CLASS, feeText, hoursText, KIND_TEXT, weekdaysText } from '../words';
import { ClassForm } from './ClassForm';
import { classDraft } from './classDraft';
import { DrawOf } from './DrawOf';
import { EnrolFor } from './EnrolFor';
import { Enrolments } from './Enrolments';
import { standText } from './TermGroup';

type Tab = 'names' | 'draw' | 'class';

/** One class: who is in it and who waits, its draw, and what it is. */
export function ClassOf({ cls, keeps }: { cls: DeskClass; keeps: boolean }) {
  const [tab, setTab] = useState<Tab>('names');
  const tabs: { value: Tab; text: string }[] = [
    { value: 'names', text: '名单和候补' },
    ...(cls.mode === 'draw' ? [{ value: 'draw' as const, text: '抽签' }] : []),
    ...(keeps ? [{ value: 'class' as const, text: '改班次' }] : []),
  ];
  return (
    <View className="col">
      <Head cls={cls} />
      {keeps && cls.status === 'draft' ? <Step cls={cls} /> : null}
      {tabs.length > 1 ? <Segmented label="看什么" options={tabs} value={tab} onChange={setTab} /> : null}
      {tab === 'names' ? (
        <>
          <Deeds cls={cls} />
          <Enrolments classId={cls.id} />
        </>
      ) : null}
      {tab === 'draw' ? <DrawOf cls={cls} /> : null}
      {tab === 'class' ? (
        <>
          <ClassForm first={classDraft(cls)} onDone={() => undefined} />
          {cls.status === 'open' ? <Step cls={cls} /> : null}
        </>
      ) : null}
    </View>
  );
}

const Head = ({ cls }: { cls: DeskClass }) => {
  const today = dayHere();
  return (
    <Card title={cls.name} aside={<Tag word={CLASS[cls.status].word} tone={CLASS[cls.status].tone} />}>
      <Fact name="时间">
        {weekdaysText(cls.weekdays)} {hoursText(cls)}
      </Fact>
      <Fact name="地点">
        {cls.place} · {KIND_TEXT[cls.kind]}
      </Fact>
      <Fact name="年龄">
        {cls.minAge} 到 {cls.maxAge} 岁
      </Fact>
      <Fact name="费用">{feeText(cls.fee)}</Fact>
      <Fact name="报名">
        {momentText(cls.opensAt, today)} 到 {momentText(cls.closesAt, today)}
      </Fact>
      <Fact name="现在">{standText(cls)}</Fact>
    </Card>
  );
};

const NEXT = {
  draft: {
    to: 'open',
    button: '开放给家长',
    title: '开放这个班吗？',
    text: '家长马上能看到，到报名时间就能报。开放以后不能再变回草稿。',
  },
  open: { to: 'ended', button: '结束这个班…', title: '结束这个班吗？', text: '所有孩子都会退出这个班，候补也会取消。不能恢复。' },
} as const;

/** draft → open → ended */
function Step({ cls }: { cls: DeskClass }) {
  const [open, setOpen] = useState(false);
  const step = useCommand(care, 'stepClass', { onDone: () => setOpen(false) });
  if (cls.status === 'ended') return null;
  const next = NEXT[cls.status];
  return (
    <>
      <BigButton kind={cls.status === 'draft' ? 'primary' : 'plain'} text={next.button} onPress={() => setOpen(true)} />
      <Confirm
        open={open}
        title={next.title}
        text={next.text}
        yes={cls.status === 'draft' ? '开放' : '结束这个班'}
        kind={cls.status === 'draft' ? 'primary' : 'danger'}
        doing={step}
        onYes={() => step.run({ id: cls.id, status: next.to })}
        onNo={() => setOpen(false)}
      />
    </>
  );
}

function Deeds({ cls }: { cls: DeskClass }) {
  const [enrolling, setEnrolling] = useState(false);
  const paper = usePaper('exportEnrolments');
  return (
    <>
      <View className="row-wrap">
        {cls.status === 'open' ? (
          <BigButton small kind="secondary" icon="plus" text="代家长报名" onPress={() => setEnrolling(true)} />
        ) : null}
        <BigButton
          small
          kind="plain"
          icon="download"
          text="导出 Excel"
          busy={paper.busy}
          busyText="正在生成…"
          onPress={() => paper.run({ classId: cls.id })}
        />
      </View>
      <FailureNote failure={paper.failure} onRetry={paper.retry} />
      {enrolling ? <EnrolFor cls={cls} onClose={() => setEnrolling(false)} /> : null}
    </>
  );
}
