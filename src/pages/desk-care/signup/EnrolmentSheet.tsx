import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { EnrolmentRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Fact } from '../../desk/parts/Fact';
import { dayHere } from '../../desk/queries';
import { toDesk } from '../../desk/way';
import { momentText } from '../../desk/words';
import { care } from '../queries';
import { ENROLMENT, feeState, offerText, PRIORITY_TEXT } from '../words';

/** One sign-up: what it is, its documents, and what staff do for the family. */
export function EnrolmentSheet({ row, onClose }: { row: EnrolmentRow; onClose: () => void }) {
  const today = dayHere();
  return (
    <Sheet open title={row.childName} onClose={onClose}>
      <View className="col">
        <View>
          <Fact name="状态">
            <Tag word={ENROLMENT[row.status].word} tone={ENROLMENT[row.status].tone} />
          </Fact>
          {row.position ? <Fact name="候补">第 {row.position} 位</Fact> : null}
          {row.offerUntil !== undefined && row.status === 'offered' ? (
            <Fact name="等家长确认">{offerText(row.offerUntil, today)}</Fact>
          ) : null}
          <Fact name="学校">
            {row.school} {row.schoolClass}，{row.age} 岁
          </Fact>
          <Fact name="谁报的">
            {row.signedUpByName}
            {row.onBehalf ? '（代办）' : ''}，{momentText(row.at, today)}
          </Fact>
          {row.reason ? <Fact name="原因">{row.reason}</Fact> : null}
          <Fact name="费用">{feeState(row.fee).word}</Fact>
        </View>
        {row.priority ? <Priority row={row} /> : null}
        <Answer row={row} onDone={onClose} />
        <Withdraw row={row} onDone={onClose} />
        <BigButton
          kind="plain"
          icon="person"
          text="孩子的资料"
          onPress={() => toDesk('desk-care/children', { id: row.childId })}
        />
      </View>
    </Sheet>
  );
}

/** 优先: look at the documents, then say whether they hold. */
function Priority({ row }: { row: EnrolmentRow }) {
  const [looking, setLooking] = useState(false);
  const judge = useCommand(care, 'judgePriority');
  const { priority } = row;
  if (!priority) return null;
  return (
    <View className="care-outcome col">
      <View className="t-section">
        申请优先：{priority.name}（{PRIORITY_TEXT[priority.state]}）
      </View>
      {row.documents === 0 ? (
        <View className="desk-note">没有上传材料，请看原件。</View>
      ) : looking ? (
        <Documents id={row.id} />
      ) : (
        <BigButton kind="secondary" text={`看材料（${row.documents} 张）`} onPress={() => setLooking(true)} />
      )}
      <FailureNote failure={judge.failure} onRetry={judge.retry} />
      <View className="pair">
        <BigButton
          kind="plain"
          text="不符合"
          busy={judge.busy}
          disabled={priority.state === 'refused'}
          onPress={() => judge.run({ id: row.id, holds: false })}
        />
        <BigButton
          kind="secondary"
          text="符合"
          busy={judge.busy}
          disabled={priority.state === 'confirmed'}
          onPress={() => judge.run({ id: row.id, holds: true })}
        />
      </View>
    </View>
  );
}

function Documents({ id }: { id: string }) {
  const query = useQueryOf(care, 'documents', { id });
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton cards={1} />;
  return (
    <View className="col">
      {query.data.urls.map((url, i) => (
        <Image key={url} src={url} mode="widthFix" className="care-document" nativeProps={{ alt: `材料第 ${i + 1} 张` }} />
      ))}
    </View>
  );
}

/** The family rang: yes or no to the offer. */
function Answer({ row, onDone }: { row: EnrolmentRow; onDone: () => void }) {
  const answer = useCommand(care, 'answerOffer', { onDone });
  if (!row.may.accept.ok) return null;
  return (
    <>
      <FailureNote failure={answer.failure} onRetry={answer.retry} />
      <View className="pair">
        <BigButton kind="plain" text="家长不要了" busy={answer.busy} onPress={() => answer.run({ id: row.id, accept: false })} />
        <BigButton text="家长确认要" busy={answer.busy} onPress={() => answer.run({ id: row.id, accept: true })} />
      </View>
    </>
  );
}

function Withdraw({ row, onDone }: { row: EnrolmentRow; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(care, 'withdraw', { onDone });
  if (!row.may.withdraw.ok) return null;
  if (!open) return <BigButton kind="plain" text="代家长退出…" onPress={() => setOpen(true)} />;
  return (
    <View className="care-outcome">
      <Field label="为什么退出" value={reason} max={60} onChange={setReason} placeholder="比如：搬家，监护人电话里说的" />
      <FailureNote failure={withdraw.failure} onRetry={withdraw.retry} />
      <BigButton
        kind="danger"
        text={`${row.childName}退出`}
        busy={withdraw.busy}
        disabled={!reason.trim()}
        onPress={() => withdraw.run({ id: row.id, reason: reason.trim() })}
      />
    </View>
  );
}
