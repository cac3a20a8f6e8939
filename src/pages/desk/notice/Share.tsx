import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeView } from '../../../../types/notices';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { OpenButton } from '../../../components/OpenButton';
import { Sheet } from '../../../components/Sheet';
import { isWeapp } from '../../../services/platform';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { Fact } from '../parts/Fact';
import { notices } from './queries';

type GroupOf = { group: string; name?: string; people: number; members: number };

function Naming({ group, onClose }: { group: GroupOf | undefined; onClose: () => void }) {
  const [name, setName] = useState('');
  const naming = useCommand(notices, 'nameShareGroup', { onDone: onClose });
  return (
    <Sheet title="这是哪个群" open={group !== undefined} onClose={onClose}>
      <Field label="群的名字" value={name} max={30} onChange={setName} placeholder="3栋邻里群" />
      <FailureNote failure={naming.failure} onRetry={naming.retry} />
      <BigButton
        text="记住名字"
        busy={naming.busy}
        disabled={name.trim() === ''}
        onPress={() => group && naming.run({ group: group.group, name: name.trim() })}
      />
    </Sheet>
  );
}

/** Into WeChat groups and onto paper: the card, who opened it group by group, and the poster. */
export function Share({ notice, community }: { notice: NoticeView; community: string }) {
  const shares = useQueryOf(notices, 'shares', { id: notice.id }).data;
  const poster = useCommand(notices, 'poster', { onDone: openFile });
  const [named, setNamed] = useState<GroupOf>();
  const print = (kind: 'pdf' | 'png') => poster.run({ id: notice.id, kind });
  return (
    <Card title="转发到群、印海报">
      {isWeapp && community ? (
        <OpenButton kind="secondary" openType="share" text="转发到微信群" />
      ) : (
        <View className="desk-note">在手机微信里打开工作台，可以把通知卡片转发到微信群。</View>
      )}
      {shares?.groups.length ? <Fact name="打开过的人">{`${shares.people} 人`}</Fact> : null}
      {shares?.groups.map((group, at) => (
        <View key={group.group} className="between">
          <View className="t-body">{group.name ?? `第 ${at + 1} 个群`}</View>
          <View className="t-secondary">{`${group.people} 人打开，${group.members} 位居民`}</View>
          <BigButton small kind="plain" text={group.name ? '改名' : '起名'} onPress={() => setNamed(group)} />
        </View>
      ))}
      <FailureNote failure={poster.failure} onRetry={poster.retry} />
      <View className="pair">
        <BigButton kind="secondary" text="海报 PDF（A4）" busy={poster.busy} onPress={() => print('pdf')} />
        <BigButton kind="secondary" text="海报图片" busy={poster.busy} onPress={() => print('png')} />
      </View>
      <Naming key={named?.group} group={named} onClose={() => setNamed(undefined)} />
    </Card>
  );
}
