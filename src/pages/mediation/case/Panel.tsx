import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { isOpen, toldNo } from '../parts/verdict';
import { mediation } from '../queries';
import { PANEL_TEXT } from '../words';

type Member = CaseView['panel'][number];

/** Somebody else, please: the law asks for no reason, so neither do we. */
function Refuse({ id, member, left, onClose }: { id: string; member: Member; left: number; onClose: () => void }) {
  const refusing = useCommand(mediation, 'refuseMediator', { onDone: onClose });
  return (
    <Confirm
      open
      title={`换掉${member.name}吗？`}
      text={`不用说原因，这是您的权利。社区会另外安排一位，谈过的内容都保留。${left > 1 ? `还能换 ${left} 次。` : '这是最后一次。'}`}
      yes="请换一位"
      doing={refusing}
      onYes={() => refusing.run({ id, key: member.key })}
      onNo={onClose}
    />
  );
}

/** Who mediates, and the right to have somebody else. */
export function Panel({ view }: { view: CaseView }) {
  const [asked, setAsked] = useState<Member>();
  const left = view.refusalsLeft ?? 0;
  const may = left > 0 ? view.may.refuseMediator : undefined;
  const told = toldNo(may);
  if (view.panel.length === 0) return null;
  return (
    <Card title="调解员">
      <View className="col">
        {view.panel.map(member => (
          <View key={member.key} className="row-wrap">
            <View className="grow">
              <View className="t-body">{member.name}</View>
              <View className="t-secondary">{`${PANEL_TEXT[member.part]}${member.leads ? '，主持' : ''}`}</View>
            </View>
            {isOpen(may) ? (
              <BigButton small kind="plain" text="换一位" label={`换掉${member.name}`} onPress={() => setAsked(member)} />
            ) : null}
          </View>
        ))}
        {left === 0 && isOpen(view.may.refuseMediator) ? (
          <View className="t-secondary">更换调解员的次数用完了。还有顾虑，请打社区电话。</View>
        ) : null}
        {told ? <View className="t-secondary">{sentenceOf(told.code, told.details).title}</View> : null}
      </View>
      {asked ? <Refuse id={view.id} member={asked} left={left} onClose={() => setAsked(undefined)} /> : null}
    </Card>
  );
}
