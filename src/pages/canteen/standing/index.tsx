import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PatternView, StandingContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { useParams } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { standing } from '../standingQueries';
import { Who } from '../week/Who';
import { draftOf, freshDraft, type PatternDraft } from './draft';
import { Edit } from './Edit';
import { PatternCard } from './PatternCard';
import './standing.css';

type Standing = OutputOf<StandingContract, 'standing'>;

/** Periods for which nothing is set yet. */
const freePeriods = ({ periods, patterns }: Standing) =>
  periods.filter(period => !patterns.some(pattern => pattern.period === period && pattern.status !== 'ended'));

/** 长期订餐: what I have, one or two a person, and what becomes of the coming days. */
export default function StandingPage() {
  const [dinerId, setDinerId] = useState(useParams().dinerId);
  const [draft, setDraft] = useState<PatternDraft>();
  const shown = useQueryOf(standing, 'standing', dinerId ? { dinerId } : {});
  const saving = useCommand(standing, 'saveStanding', { onDone: () => setDraft(undefined) });
  const { data } = shown;
  const diner = data?.diner;
  const free = data ? freePeriods(data) : [];
  const save = () => {
    if (draft && diner) saving.run({ dinerId: diner.id, ...draft });
  };
  const back = () => {
    saving.reset();
    setDraft(undefined);
  };
  const begin = () => {
    if (data && free[0]) setDraft(freshDraft(free[0], data.today));
  };
  const footer = draft ? (
    <>
      <BigButton text="保存" busy={saving.busy} disabled={draft.weekdays.length === 0} onPress={save} />
      <BigButton kind="plain" text="不改了" onPress={back} />
    </>
  ) : diner && free.length > 0 && data.patterns.length > 0 ? (
    <BigButton icon="plus" text="再加一个餐次" onPress={begin} />
  ) : undefined;
  return (
    <Screen title="长期订餐" of={shown} footer={footer} refusedAction={wayOn(shown.failure)}>
      {all => (
        <>
          <Who week={all} onDiner={setDinerId} />
          {draft ? <Edit draft={draft} of={all} saving={saving} onChange={setDraft} /> : null}
          {!draft && all.diner ? <Patterns of={all} onEdit={pattern => setDraft(draftOf(pattern))} onBegin={begin} /> : null}
        </>
      )}
    </Screen>
  );
}

interface Props {
  of: Standing;
  onEdit: (pattern: PatternView) => void;
  onBegin: () => void;
}

function Patterns({ of, onEdit, onBegin }: Props) {
  const known = of.patterns.filter(({ status }) => status !== 'ended');
  if (known.length === 0)
    return (
      <Empty
        icon="calendar"
        title="还没有长期订餐"
        next="设一次，食堂出了菜单就自动订好，不用天天点。出门、不想吃的日子，随时可以停。"
        action={{ text: '设长期订餐', onPress: onBegin }}
      />
    );
  return (
    <>
      <View className="t-secondary">{`食堂出了菜单，提前 ${of.ahead} 天自动订好。每一餐截止前都能单独取消或更改。`}</View>
      {known.map(pattern => (
        <PatternCard
          key={pattern.id}
          pattern={pattern}
          today={of.today}
          dinerId={of.diner?.id ?? ''}
          onEdit={() => onEdit(pattern)}
        />
      ))}
    </>
  );
}
