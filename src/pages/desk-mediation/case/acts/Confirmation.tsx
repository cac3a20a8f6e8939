import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../../types/mediation';
import { type CivilDate, dateText, dayOf } from '../../../../../types/time';
import { Card } from '../../../../components/Card';
import { ChipPicker } from '../../../../components/ChipPicker';
import { Field } from '../../../../components/Field';
import { readDay } from '../../../desk/people/draft';
import { CONFIRMATION_TEXT, SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed } from '../../parts/Deed';
import { Paper } from '../../parts/Paper';
import { leftText, PARTIES_OF } from '../../words';
import { mayFor } from '../onBehalf';

/** 司法确认 (第三十三条): both together, within thirty days from effect. */
export function Confirmation({ view }: { view: CaseView }) {
  const { confirmation } = view;
  if (!confirmation) return null;
  const wanted = confirmation.wantedBy.map(side => SIDE_TEXT[side]).join('、');
  return (
    <Card title="司法确认">
      <View className="col">
        <View className={`clock-line tag-${confirmation.daysLeft <= 3 ? 'warning' : 'neutral'}`}>
          <View className="t-body">
            {confirmation.status ? CONFIRMATION_TEXT[confirmation.status] : leftText(confirmation.daysLeft)}
          </View>
          <View>双方要在{dateText(confirmation.until)}前一起向法院申请</View>
        </View>
        <View className="t-secondary">
          {wanted ? `想申请的：${wanted}。` : '还没有人说要申请。'}法院确认以后，一方不履行，另一方可以直接申请强制执行。
        </View>
        <View className="besides">
          {PARTIES_OF.map(side => (
            <Want key={side} view={view} side={side} />
          ))}
          <Note view={view} />
        </View>
        <Paper view={view} action="confirmationPaper" name="确认申请书" may={view.may.confirmationPaper} />
      </View>
    </Card>
  );
}

function Want({ view, side }: { view: CaseView; side: 'applicant' | 'respondent' }) {
  const deed = useDeed('wantConfirmation');
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'wantConfirmation')}
      look="plain"
      text={`${SIDE_TEXT[side]}想申请`}
      note="要双方都想申请才行。"
      yes="记下"
      onYes={() => deed.run({ id: view.id, as: side })}
    />
  );
}

const STATUS = (['handedIn', 'confirmed', 'refused'] as const).map(value => ({ value, text: CONFIRMATION_TEXT[value] }));

/** What became of it at the court. */
function Note({ view }: { view: CaseView }) {
  const [status, setStatus] = useState<(typeof STATUS)[number]['value']>('handedIn');
  const [on, setOn] = useState<string>(dayOf(view.now));
  const [court, setCourt] = useState('');
  const [text, setText] = useState('');
  const deed = useDeed('recordConfirmation');
  const day = readDay(on) as CivilDate | undefined;
  const run = () =>
    day && deed.run({ id: view.id, status, on: day, text: text.trim(), ...(court.trim() ? { court: court.trim() } : {}) });
  return (
    <Deed
      deed={deed}
      may={view.may.recordConfirmation}
      text="记司法确认进展"
      yes="记下"
      ready={day !== undefined && text.trim() !== ''}
      onYes={run}
    >
      <ChipPicker label="进展" options={STATUS} value={[status]} onChange={([first]) => setStatus(first ?? 'handedIn')} />
      <Field label="哪一天" value={on} max={12} onChange={setOn} error={day ? undefined : '请写年月日，比如 2026-12-03'} />
      <Field optional label="法院" value={court} max={40} onChange={setCourt} />
      <Field label="说明" value={text} max={500} onChange={setText} placeholder="比如：立案窗口已收材料，案号……" />
    </Deed>
  );
}
