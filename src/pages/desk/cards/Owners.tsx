import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { dateText, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { useCommand } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { canteen } from '../queries';

type Owner = OutputOf<CanteenContract, 'cardOwners'>['owners'][number];

const cardText = ({ card }: Owner): string => {
  if (!card) return '还没有卡';
  return `卡号 ${card.no}，${dateText(dayOf(card.issuedAt))}发${card.issue > 1 ? `，第 ${card.issue} 张` : ''}`;
};

/** People with or without a card; a tick chooses who is printed. */
export function Owners({ owners, more }: { owners: readonly Owner[]; more: boolean }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [lost, setLost] = useState<Owner>();
  const print = useCommand(canteen, 'printCards', { onDone: openFile });
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id]);
  if (owners.length === 0) return <Empty icon="search" title="没有找到" next="请核对姓名，或换成卡号、手机尾号再找。" />;
  return (
    <View className="col">
      <List label="居民和饭卡">
        {owners.map(owner => (
          <Row
            key={owner.dinerId}
            title={`${owner.name}　${owner.age} 岁`}
            text={`${owner.address} · ${cardText(owner)}`}
            aside={
              <View className="row-wrap">
                {owner.card ? (
                  <BigButton small kind="plain" text="补卡" label={`补卡 ${owner.name}`} onPress={() => setLost(owner)} />
                ) : null}
                <BigButton
                  small
                  kind={chosen.includes(owner.dinerId) ? 'primary' : 'secondary'}
                  text={chosen.includes(owner.dinerId) ? '✓ 已选' : '选'}
                  label={`选 ${owner.name}`}
                  disabled={!chosen.includes(owner.dinerId) && chosen.length >= 100}
                  onPress={() => toggle(owner.dinerId)}
                />
              </View>
            }
          />
        ))}
      </List>
      {more ? <View className="desk-note">还有更多，请用姓名或卡号找。</View> : null}
      <FailureNote failure={print.failure} onRetry={print.retry} />
      <BigButton
        text={chosen.length > 0 ? `打印这 ${chosen.length} 张` : '先选要打印的人'}
        busy={print.busy}
        busyText="正在生成…"
        disabled={chosen.length === 0}
        onPress={() => print.run({ dinerIds: [...chosen] })}
      />
      {lost ? <Reissue owner={lost} onClose={() => setLost(undefined)} /> : null}
    </View>
  );
}

/** 补卡: another number, another code; the old card is refused from this moment. */
function Reissue({ owner, onClose }: { owner: Owner; onClose: () => void }) {
  const print = useCommand(canteen, 'printCards', {
    onDone: file => {
      onClose();
      void openFile(file);
    },
  });
  const reissue = useCommand(canteen, 'reissueCard', { onDone: () => print.run({ dinerIds: [owner.dinerId] }) });
  const doing = print.failure || print.busy ? print : reissue;
  return (
    <Confirm
      open
      kind="danger"
      title={`给${owner.name}补一张卡？`}
      text={`旧卡 ${owner.card?.no ?? ''} 马上作废，扫码和报卡号都不能再用。新卡会换号，生成后请打印。`}
      yes="补卡并打印"
      doing={doing}
      onYes={() => reissue.run({ dinerId: owner.dinerId })}
      onNo={onClose}
    />
  );
}
