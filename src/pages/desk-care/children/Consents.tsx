import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentView } from '../../../../types/care';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { type ChildView, care } from '../queries';
import { PURPOSE_TEXT } from '../words';

/** 知情同意: what was said to each text; signed papers are recorded here. */
export const Consents = ({ child }: { child: ChildView }) => (
  <Card title="知情同意">
    {child.consents.map(consent => (
      <Consent key={consent.purpose} consent={consent} child={child} />
    ))}
  </Card>
);

/** 吴建国 11月20日同意（第 1 版），到 2027年11月20日 */
function saidText({ said, version }: ConsentView): string {
  if (!said) return '还没有问过';
  const old = said.version < version ? `，现在是第 ${version} 版` : '';
  if (said.withdrawnAt !== undefined) return `${said.byName}撤回了`;
  if (!said.given) return `${said.byName} ${dateText(said.from)}不同意`;
  return `${said.byName} ${dateText(said.from)}同意（第 ${said.version} 版${old}），到 ${said.to.slice(0, 4)}年${dateText(said.to)}`;
}

const AFTER_NO = {
  care: '撤回以后，孩子从明天起不再参加托管。',
  health: '撤回以后，健康和过敏信息马上删除。',
  pictures: '撤回以后，照片马上不再显示。',
} as const;

function Consent({ consent, child }: { consent: ConsentView; child: ChildView }) {
  const [asking, setAsking] = useState<'yes' | 'no'>();
  const save = useCommand(care, 'saveConsent', { onDone: () => setAsking(undefined) });
  const { purpose, version, holds } = consent;
  return (
    <View className="care-line">
      <View className="between">
        <View className="t-body">{PURPOSE_TEXT[purpose]}</View>
        <Tag word={holds ? '同意了' : '没有同意'} tone={holds ? 'success' : 'warning'} />
      </View>
      <View className="t-secondary">{saidText(consent)}</View>
      {child.may.decide.ok ? (
        <View className="row-wrap">
          {holds ? (
            <BigButton
              small
              kind="plain"
              text="监护人书面撤回…"
              label={`${PURPOSE_TEXT[purpose]}，监护人书面撤回`}
              onPress={() => setAsking('no')}
            />
          ) : (
            <BigButton
              small
              kind="plain"
              text="已签纸质同意书…"
              label={`${PURPOSE_TEXT[purpose]}，已签纸质同意书`}
              onPress={() => setAsking('yes')}
            />
          )}
        </View>
      ) : null}
      <Confirm
        open={asking !== undefined}
        title={asking === 'no' ? `撤回“${PURPOSE_TEXT[purpose]}”的同意吗？` : `监护人签了“${PURPOSE_TEXT[purpose]}”的同意书吗？`}
        text={asking === 'no' ? AFTER_NO[purpose] : `请核对签的是第 ${version} 版，把签好的纸留在社区。`}
        yes={asking === 'no' ? '记下撤回' : '已经签了，记下'}
        kind={asking === 'no' ? 'danger' : 'primary'}
        doing={save}
        onYes={() => save.run({ childId: child.id, purpose, given: asking === 'yes', version })}
        onNo={() => setAsking(undefined)}
      >
        {asking === 'yes' ? <View className="care-outcome t-secondary">{consent.text}</View> : null}
      </Confirm>
    </View>
  );
}
