import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Candidate, CaseView } from '../../../../../types/mediation';
import { BigButton } from '../../../../components/BigButton';
import { Card } from '../../../../components/Card';
import { Empty } from '../../../../components/Empty';
import { FailureNote } from '../../../../components/FailureNote';
import { Press } from '../../../../components/Press';
import { Failed } from '../../../../components/Screen';
import { Skeleton } from '../../../../components/Skeleton';
import { Tag } from '../../../../components/Tag';
import { sentenceOf } from '../../../../services/sentences';
import { useCommand, useQueryOf } from '../../../../services/useDoor';
import { PANEL_TEXT } from '../../../mediation/words';
import { mediation } from '../../queries';

/** 定调解员: who fits and why, who may not and why not, in words. The first who is chosen leads. */
export function PanelOf({ view }: { view: CaseView }) {
  const may = view.may.setPanel?.ok === true;
  const [changing, setChanging] = useState(view.panel.length === 0);
  if (!may) return null;
  if (!changing) return <BigButton kind="plain" text="换调解员" onPress={() => setChanging(true)} />;
  return <Choose view={view} onDone={() => setChanging(false)} />;
}

function Choose({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const asked = useQueryOf(mediation, 'candidates', { id: view.id });
  const [picked, setPicked] = useState<string[]>();
  const save = useCommand(mediation, 'setPanel', { onDone });
  if (asked.failure) return <Failed failure={asked.failure} onRetry={asked.reload} />;
  if (!asked.data) return <Skeleton cards={2} />;
  const { candidates } = asked.data;
  const free = candidates.filter(each => each.may.choose.ok);
  const chosen = picked ?? free.filter(each => each.proposed).map(each => each.accountId);
  const toggle = (id: string) => setPicked(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id]);
  const members = chosen.flatMap(id => {
    const found = candidates.find(each => each.accountId === id);
    return found ? [{ accountId: found.accountId, part: found.part }] : [];
  });
  if (candidates.length === 0)
    return <Empty icon="people" title="还没有登记调解员" next="请社区办公室在“调解员”里登记，并在“人员权限”里授予角色。" />;
  return (
    <Card title="定调解员">
      <View className="col">
        <View className="t-secondary">
          系统按专长和手上的件数提出了人选，您可以改。先选的主持。双方知道后，可以不要其中某一位。
        </View>
        {candidates.map(each => (
          <Person
            key={each.accountId}
            person={each}
            order={chosen.indexOf(each.accountId)}
            onPress={() => toggle(each.accountId)}
          />
        ))}
        {free.length === 0 ? (
          <View className="desk-note">现在没有人可以承办：都需要回避或不在。请联系街道调委会派人。</View>
        ) : null}
        <FailureNote failure={save.failure} onRetry={save.retry} />
        <BigButton
          text={members.length > 1 ? `定下这 ${members.length} 位` : '定下这一位'}
          busy={save.busy}
          disabled={members.length === 0 || members.length > 5}
          onPress={() => save.run({ id: view.id, members })}
        />
      </View>
    </Card>
  );
}

/** The rule's own words when it gives some: 与一方当事人同住一个单元. */
const whyNot = ({ code, details }: { code: string; details?: Record<string, string | number> }): string =>
  details?.why === undefined ? sentenceOf(code, details).title : `要回避：${details.why}`;

function Person({ person, order, onPress }: { person: Candidate; order: number; onPress: () => void }) {
  const { name, part, why, away, may } = person;
  const on = order >= 0;
  const reasons = may.choose.ok ? why.join('；') || `手上 ${person.load} 件` : whyNot(may.choose);
  return (
    <Press
      role="checkbox"
      checked={on}
      disabled={!may.choose.ok}
      label={`${name}，${PANEL_TEXT[part]}，${reasons}`}
      className={`person ${on ? 'person-on' : ''} ${may.choose.ok ? '' : 'person-off'}`}
      onPress={onPress}
    >
      <View className="grow">
        <View className="row-wrap">
          <View className="t-body">
            {on ? '✓ ' : ''}
            {name}
          </View>
          <View className="t-secondary">{PANEL_TEXT[part]}</View>
          {order === 0 ? <Tag word="主持" tone="primary" /> : null}
          {away ? <Tag word="不在" tone="warning" /> : null}
          {may.choose.ok ? null : <Tag word="不能承办" tone="danger" />}
          {person.proposed && may.choose.ok ? <Tag word="推荐" tone="success" /> : null}
        </View>
        <View className="t-secondary">{reasons}</View>
      </View>
    </Press>
  );
}
