import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Sheet } from '../../../components/Sheet';
import { go } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { useMe } from '../../people/queries';
import { Tiles } from '../parts/Tiles';
import { mediation } from '../queries';
import { sideOf } from './stages';

const SCOPES = [
  { value: '代为说明情况、递交材料、商量时间', text: '帮我说、帮我交材料、约时间', about: '签名还是我自己来' },
  { value: '代为参加调解，包括承认、放弃、变更要求和签署协议', text: '全都替我办', about: '包括签名' },
] as const;
type Scope = (typeof SCOPES)[number]['value'];

function Appoint({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const family = useMe().data?.family.filter(({ status }) => status === 'confirmed') ?? [];
  const [key, setKey] = useState<string>();
  const [scope, setScope] = useState<Scope>(SCOPES[0].value);
  const appointing = useCommand(mediation, 'appointAgent', { onDone: onClose });
  const chosen = family.find(each => each.key === key);
  if (family.length === 0) {
    return (
      <Sheet title="请家人帮我办" open onClose={onClose}>
        <Empty
          icon="people"
          title="您还没有关联的家人"
          next="请家人先在“我的家人”里关联您，您同意以后就能请他帮忙。"
          action={{ text: '去“我的家人”', onPress: () => go('pages/people/family/index') }}
        />
      </Sheet>
    );
  }
  return (
    <Sheet title="请家人帮我办" open onClose={onClose}>
      <View className="col">
        <Tiles
          wide
          label="请哪位家人"
          options={family.map(({ key: value, name, relation }) => ({ value, text: name, about: relation }))}
          value={key}
          onChange={setKey}
        />
        <Tiles wide label="请他办什么" options={SCOPES} value={scope} onChange={setScope} />
        <View className="t-secondary">他会看到您这一边的内容。您随时可以收回。</View>
        <FailureNote failure={appointing.failure} onRetry={appointing.retry} />
        <BigButton
          text="请他帮我办"
          busy={appointing.busy}
          disabled={!chosen}
          onPress={() => chosen && appointing.run({ id: view.id, agent: { key: chosen.key, scope } })}
        />
      </View>
    </Sheet>
  );
}

/** 授权委托: a relative acts for this side, until it is taken back. */
export function Agent({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const side = sideOf(view);
  const acting = side ? (view[side]?.agents ?? 0) > 0 : false;
  const helpers = side ? (view[side]?.agentNames ?? []).join('、') : '';
  const ending = useCommand(mediation, 'appointAgent', { onDone: onClose });
  if (!acting) return <Appoint view={view} onClose={onClose} />;
  return (
    <Confirm
      open
      title={`不再请${helpers || '家人'}帮忙吗？`}
      text="收回以后，他就看不到这件调解了；已经办过的仍然算数。"
      yes="收回委托"
      doing={ending}
      onYes={() => ending.run({ id: view.id })}
      onNo={onClose}
    />
  );
}
