import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartySide } from '../../../../../types/mediation';
import { Field } from '../../../../components/Field';
import { Stepper } from '../../../../components/Stepper';
import { Labelled } from '../../../desk/parts/Labelled';
import { SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed } from '../../parts/Deed';
import { mayFor } from '../onBehalf';

/** The clock stands still; both sides read why. */
export function Pause({ view }: { view: CaseView }) {
  const [reason, setReason] = useState('');
  const pause = useDeed('pause');
  const resume = useDeed('resume');
  return (
    <>
      <Deed
        deed={pause}
        may={view.may.pause}
        look="plain"
        text="暂停"
        title="为什么暂停？"
        note="暂停期间不计时。双方都会看到这个原因。"
        yes="暂停计时"
        ready={reason.trim() !== ''}
        onYes={() => pause.run({ id: view.id, reason: reason.trim() })}
      >
        <Field
          label="原因"
          kind="long"
          value={reason}
          max={500}
          onChange={setReason}
          placeholder="比如：等房屋检测的结果，大约一周"
        />
      </Deed>
      <Deed
        deed={resume}
        may={view.may.resume}
        look="primary"
        text="继续调解"
        title="继续调解？"
        note="从现在起重新计时，到期日按暂停的天数往后推。"
        yes="继续"
        onYes={() => resume.run({ id: view.id })}
      />
    </>
  );
}

/** More days need both sides; what a side without the mini-program says is recorded here. */
export function ExtendFor({ view, side }: { view: CaseView; side: PartySide }) {
  const [days, setDays] = useState(view.extension?.days ?? 7);
  const deed = useDeed('extend');
  if (view.extension?.agreed.includes(side)) return null;
  const asked = view.extension !== undefined;
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'extend')}
      look="plain"
      text={asked ? `${SIDE_TEXT[side]}同意延长` : `${SIDE_TEXT[side]}要求延长`}
      title={asked ? `${SIDE_TEXT[side]}同意延长 ${days} 天？` : '延长几天？'}
      note="一个月内没有调解完，双方都同意才可以延长。"
      yes="记下"
      onYes={() => deed.run({ id: view.id, as: side, days })}
    >
      {asked ? null : (
        <Labelled label="天数">
          <Stepper label="延长天数" value={days} min={1} max={120} onChange={setDays} />
        </Labelled>
      )}
    </Deed>
  );
}

/** 延长 7 天：申请人已同意，等被申请人 */
export function ExtensionState({ view }: { view: CaseView }) {
  if (!view.extension) return null;
  const { days, agreed } = view.extension;
  const waits = (['applicant', 'respondent'] as const).filter(side => !agreed.includes(side));
  const text =
    waits.length === 0
      ? `双方已同意延长 ${days} 天。`
      : `有人要求延长 ${days} 天，等${waits.map(side => SIDE_TEXT[side]).join('、')}同意。`;
  return <View className="desk-note">{text}</View>;
}
