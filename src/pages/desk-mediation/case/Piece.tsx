import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PartView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Tag, type Tone } from '../../../components/Tag';
import { asFailure, type Failure } from '../../../services/door';
import { openFile } from '../../mediation/files';
import { momentText, PIECE_TEXT, SIDE_TEXT, STANDING_TEXT, VISIBLE_TEXT } from '../../mediation/words';
import { mediation } from '../queries';
import { fullDay } from '../words';

const TONE: Record<PartView['visible'], Tone> = {
  applicant: 'warning',
  respondent: 'warning',
  panel: 'danger',
  shared: 'success',
};

/** One piece of a case: what it is, from whom, who can read it, and its words. */
export const Piece = ({ caseId, part }: { caseId: string; part: PartView }) => (
  <View className="piece">
    <View className="row-wrap">
      <View className="t-section">{nameOf(part)}</View>
      <Tag word={VISIBLE_TEXT[part.visible]} tone={TONE[part.visible]} />
    </View>
    <View className="t-secondary">
      {STANDING_TEXT[part.from]}
      {part.onBehalf ? '（工作人员代办）' : ''} · {momentText(part.at)}
    </View>
    <View className="t-body piece-text">{bodyOf(part)}</View>
    {part.kind === 'evidence' ? <Open caseId={caseId} partId={part.id} /> : null}
  </View>
);

/** Of a separate talk it is said whose it is, on the piece itself. */
function nameOf(part: PartView): string {
  if (part.kind === 'separateTalk') return `和${SIDE_TEXT[part.content.side]}单独谈话的记录`;
  return part.kind === 'record' ? `第 ${part.content.sessionNo} 次调解记录` : PIECE_TEXT[part.kind];
}

const lines = (...texts: (string | undefined)[]) => texts.filter(Boolean).join('\n');

function bodyOf(part: PartView): string {
  const { kind, content } = part;
  switch (kind) {
    case 'application':
      return lines(
        content.what,
        `地点：${content.where}`,
        `从什么时候开始：${content.since}`,
        `希望怎么解决：${content.fair}`,
        ...content.answers.map(each => `${each.question} ${each.answer}`),
      );
    case 'party':
      return lines(content.name, content.phone, content.address);
    case 'attorney':
      return `${content.name}（${content.relation}），${content.scope}`;
    case 'evidence':
      return lines(content.name, content.note);
    case 'record':
      return lines(
        `${momentText(content.at)}，${content.place}`,
        `到场：${content.present.map(each => each.name).join('、')}`,
        content.text,
      );
    case 'specialist':
      return `${content.profession} ${content.name}`;
    case 'agreement':
      return lines(content.facts, ...content.terms.map((term, i) => `${i + 1}. ${term}`), fullDay(content.on));
    case 'signature':
      return content.by === 'mediator' ? '调解员已签名' : `${SIDE_TEXT[content.by]}已签名`;
    case 'seal':
      return '调委会已盖章';
    default:
      return content.text;
  }
}

/** Opening a file is written down like every reading. */
function Open({ caseId, partId }: { caseId: string; partId: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await openFile(await mediation('evidence', { id: caseId, partId }));
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <View className="row">
        <BigButton small kind="secondary" icon="page" text="打开材料" busy={busy} onPress={open} />
      </View>
      <FailureNote failure={failure} onRetry={() => void open()} />
    </>
  );
}
