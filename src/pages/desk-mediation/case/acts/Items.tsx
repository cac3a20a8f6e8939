import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../../types/mediation';
import { dateText } from '../../../../../types/time';
import { Card } from '../../../../components/Card';
import { Field } from '../../../../components/Field';
import { Segmented } from '../../../../components/Segmented';
import { Tag } from '../../../../components/Tag';
import { ITEM_STATUS, SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed } from '../../parts/Deed';
import { mayFor } from '../onBehalf';

type Item = CaseView['items'][number];

/** 履行: who promised what until when, and whether it was kept. */
export const Items = ({ view }: { view: CaseView }) => (
  <Card title="约定的事">
    {view.items.map(item => (
      <ItemOf key={item.no} view={view} item={item} />
    ))}
  </Card>
);

function ItemOf({ view, item }: { view: CaseView; item: Item }) {
  const { word, tone } = item.overdue ? { word: '过期没做', tone: 'danger' as const } : ITEM_STATUS[item.status];
  const open = item.status !== 'accepted';
  return (
    <View className="piece">
      <View className="between">
        <View className="t-body grow">
          {item.no}. {SIDE_TEXT[item.by]}：{item.what || '内容已封存'}
        </View>
        <Tag word={word} tone={tone} />
      </View>
      <View className="t-secondary">{[item.manner, `${dateText(item.dueOn)}前`].filter(Boolean).join(' · ')}</View>
      {open ? (
        <View className="besides">
          <Report view={view} item={item} />
          <Settle view={view} item={item} />
        </View>
      ) : null}
    </View>
  );
}

/** Whoever promised it and has no mini-program says that it is done. */
function Report({ view, item }: { view: CaseView; item: Item }) {
  const [text, setText] = useState('');
  const deed = useDeed('reportItem');
  if (item.status === 'reported') return null;
  return (
    <Deed
      deed={deed}
      may={mayFor(view, item.by, 'reportItem')}
      look="plain"
      text={`${SIDE_TEXT[item.by]}说办好了`}
      yes="记下"
      ready={text.trim() !== ''}
      onYes={() => deed.run({ id: view.id, as: item.by, no: item.no, text: text.trim(), files: [] })}
    >
      <Field label="怎么办的" kind="long" value={text} max={500} onChange={setText} />
    </Deed>
  );
}

const KEPT = [
  { value: 'yes', text: '做到了' },
  { value: 'no', text: '没有做到' },
] as const;

function Settle({ view, item }: { view: CaseView; item: Item }) {
  const [kept, setKept] = useState<'yes' | 'no'>('yes');
  const deed = useDeed('settleItem');
  return (
    <Deed
      deed={deed}
      may={view.may.settleItem}
      text="核实履行"
      title={`第 ${item.no} 条做到了吗？`}
      note="看过现场，或者问过另一方再记。没有做到的，请督促；双方也可以请法院执行确认过的协议。"
      yes="记下"
      onYes={() => deed.run({ id: view.id, no: item.no, kept: kept === 'yes' })}
    >
      <Segmented label="做到了吗" options={KEPT} value={kept} onChange={setKept} />
    </Deed>
  );
}
