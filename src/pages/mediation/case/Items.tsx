import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { mediation } from '../queries';
import { ITEM_STATUS, untilText } from '../words';
import { Report } from './Report';
import { sayTo, sideOf } from './stages';

type Item = CaseView['items'][number];

function Settle({ view, item, kept, onClose }: { view: CaseView; item: Item; kept: boolean; onClose: () => void }) {
  const settling = useCommand(mediation, 'settleItem', { onDone: onClose });
  return (
    <Confirm
      open
      title={kept ? '确认对方做到了？' : '对方没有做到吗？'}
      text={kept ? `${item.what}。确认以后，这一项就了结了。` : `${item.what}。调解员会知道，再和双方联系。`}
      yes={kept ? '做到了' : '没有做到'}
      kind={kept ? 'primary' : 'danger'}
      doing={settling}
      onYes={() => settling.run({ id: view.id, no: item.no, kept })}
      onNo={onClose}
    />
  );
}

function ItemRow({ view, item }: { view: CaseView; item: Item }) {
  const [asked, setAsked] = useState<'report' | 'kept' | 'broken'>();
  const say = sayTo(item, view);
  const mine = item.by === sideOf(view);
  const tag = item.overdue ? { word: '已经过期', tone: 'danger' as const } : ITEM_STATUS[item.status];
  const close = () => setAsked(undefined);
  return (
    <View className="col item">
      <View className="row-wrap">
        <View className="grow t-body">{`${mine ? '我' : '对方'}：${item.what}`}</View>
        <Tag {...tag} />
      </View>
      <View className="t-secondary">{`${item.manner}。${untilText(item.dueOn, dayOf(view.now))}`}</View>
      {say === 'report' ? (
        <BigButton text="我做好了" label={`我做好了：${item.what}`} onPress={() => setAsked('report')} />
      ) : null}
      {say === 'settle' ? (
        <View className="row-wrap">
          <BigButton kind="secondary" text="做到了" label={`做到了：${item.what}`} onPress={() => setAsked('kept')} />
          <BigButton kind="plain" text="没有做到" label={`没有做到：${item.what}`} onPress={() => setAsked('broken')} />
        </View>
      ) : null}
      {asked === 'report' ? <Report caseId={view.id} item={item} onClose={close} /> : null}
      {asked === 'kept' || asked === 'broken' ? <Settle view={view} item={item} kept={asked === 'kept'} onClose={close} /> : null}
    </View>
  );
}

/** What was promised, by whom, by when, and whether it was done. */
export const Items = ({ view }: { view: CaseView }) =>
  view.items.length === 0 ? null : (
    <Card title="说好要做的事">
      {view.items.map(item => (
        <ItemRow key={item.no} view={view} item={item} />
      ))}
    </Card>
  );
