import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { type OwnDraft, ownDraftOf, readOwn } from '../../safety/parts/ladders';
import { KIND_TEXT } from '../../safety/words';
import { safety } from '../queries';
import { LadderEditor } from './LadderEditor';
import { Proposal } from './Proposal';

/** 升级链 of one elder: like everybody's unless somebody gave this elder another. */
export function Ladders({ elderId }: { elderId: string }) {
  const shown = useQueryOf(safety, 'elderLadders', { elderId });
  const [draft, setDraft] = useState<OwnDraft>();
  const dismiss = useCommand(safety, 'saveElderLadders');
  if (shown.failure) return <Failed failure={shown.failure} onRetry={shown.reload} />;
  if (!shown.data) return <Skeleton cards={1} />;
  const ladders = shown.data;
  const close = () => setDraft(undefined);
  if (draft) return <LadderEditor ladders={ladders} start={draft} onClose={close} />;
  const own = ladders.kinds.filter(each => each.own).map(({ kind }) => KIND_TEXT[kind]);
  return (
    <>
      {ladders.proposal ? (
        <Proposal
          ladders={ladders}
          proposal={ladders.proposal}
          busy={dismiss.busy}
          onTake={setDraft}
          onDismiss={() => dismiss.run({ elderId, ...readOwn(ownDraftOf(ladders)).input })}
        />
      ) : null}
      <Card
        title="出事先找谁"
        aside={<Tag word={own.length > 0 || ladders.ordered ? '有自己的顺序' : '和大家一样'} tone="info" />}
      >
        <View className="col">
          <View className="t-body">
            {own.length > 0 ? `${own.join('、')}用自己的顺序，其他照社区的。` : '照“预警设置”里社区的顺序。'}
          </View>
          <View className="t-secondary">
            {ladders.family.length > 0
              ? `家人：${ladders.family.map(({ name, relation }) => `${name}（${relation}）`).join('、')}`
              : '还没有关联的家人'}
          </View>
          <FailureNote failure={dismiss.failure} onRetry={dismiss.retry} />
          {ladders.may.save.ok ? (
            <BigButton small kind="secondary" icon="edit" text="给他单独安排" onPress={() => setDraft(ownDraftOf(ladders))} />
          ) : null}
        </View>
      </Card>
    </>
  );
}
