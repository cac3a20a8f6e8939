import { useState } from 'react';
import type { CaseView, PartySide } from '../../../../../types/mediation';
import { Field } from '../../../../components/Field';
import { isOpen } from '../../../mediation/parts/verdict';
import { SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed } from '../../parts/Deed';
import { mayFor } from '../onBehalf';

/** 调解不成 (第二十六条). */
export function Fail({ view }: { view: CaseView }) {
  const [reason, setReason] = useState('');
  const deed = useDeed('failCase');
  return (
    <Deed
      deed={deed}
      may={view.may.failCase}
      look="plain"
      kind="danger"
      text="调解不成，结束"
      title="调解不成，结束这件案件？"
      note="双方会看到还可以走的路：仲裁、行政处理、向法院起诉。已经签的名作废，卷宗照样归档。"
      yes="结束调解"
      ready={reason.trim() !== ''}
      onYes={() => deed.run({ id: view.id, reason: reason.trim() })}
    >
      <Field
        label="为什么没有谈成"
        kind="long"
        value={reason}
        max={1000}
        onChange={setReason}
        help="写进卷宗。请只写分歧在哪里，不写谁对谁错。"
      />
    </Deed>
  );
}

/** The applicant takes it back, or a side wants to stop; without having to say why. On behalf of who has no mini-program. */
export function StopFor({ view, side }: { view: CaseView; side: PartySide }) {
  const [reason, setReason] = useState('');
  const withdraws = isOpen(mayFor(view, side, 'withdraw'));
  const deed = useDeed(withdraws ? 'withdraw' : 'endMediation');
  const who = SIDE_TEXT[side];
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, withdraws ? 'withdraw' : 'endMediation')}
      look="plain"
      kind="danger"
      text={withdraws ? `${who}要撤回` : `${who}不想谈了`}
      title={withdraws ? `替${who}撤回申请？` : `替${who}要求终止调解？`}
      note="当事人随时可以不谈，不用说理由。会记明是您代为办理的。"
      yes={withdraws ? '撤回申请' : '终止调解'}
      onYes={() => deed.run({ id: view.id, as: side, ...(reason.trim() ? { reason: reason.trim() } : {}) })}
    >
      <Field optional label="原因" value={reason} max={500} onChange={setReason} />
    </Deed>
  );
}
