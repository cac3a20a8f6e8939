import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RecipientView } from '../../../../types/canteen';
import { type CivilDate, dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { REASON_TEXT } from '../../canteen/standingWords';
import { Desk } from '../parts/Desk';
import { type Chosen, FindResident } from '../parts/FindResident';
import { canteen } from '../queries';
import { momentText } from '../words';
import { GrantForm } from './GrantForm';

type Period = NonNullable<RecipientView['granted']>;

const periodText = ({ reason, from, to }: Period): string =>
  `${REASON_TEXT[reason]}，${dateText(from)} 起${to ? `，到 ${dateText(to)}` : '，长期'}`;

/** No, or no longer: with the reason that the person reads. */
function Decline({ recipient }: { recipient: RecipientView }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const declining = useCommand(canteen, 'declineDelivery', { onDone: () => setOpen(false) });
  const text = recipient.asked ? '不同意' : '停止送餐';
  return (
    <>
      <BigButton small kind="plain" text={text} label={`${text}：${recipient.name}`} onPress={() => setOpen(true)} />
      <Confirm
        open={open}
        title={`${recipient.name}：${text}`}
        text="本人和申请的家人会收到这句话。已经订好的送餐，请打电话商量怎么办。"
        yes={text}
        kind="danger"
        doing={declining}
        ready={reason.trim() !== ''}
        onYes={() => declining.run({ dinerId: recipient.dinerId, reason: reason.trim() })}
        onNo={() => setOpen(false)}
      >
        <Field label="为什么" max={50} value={reason} onChange={setReason} placeholder="身体已经恢复，可以到食堂来" />
      </Confirm>
    </>
  );
}

function RecipientCard({ recipient, today }: { recipient: RecipientView; today: CivilDate }) {
  const [granting, setGranting] = useState(false);
  const { name, address, asked, granted, eligible, doorNote } = recipient;
  return (
    <Card
      title={`${name} · ${address}`}
      aside={
        <Tag
          word={asked ? '等您看' : eligible ? '在送' : '不在期内'}
          tone={asked ? 'warning' : eligible ? 'success' : 'neutral'}
        />
      }
    >
      <View className="col">
        {asked ? (
          <View className="t-body">{`申请：${periodText(asked)}。${asked.byName} ${momentText(asked.at, today)}提出。`}</View>
        ) : null}
        {granted ? <View className="t-body">{`已同意：${periodText(granted)}。${granted.byName}同意的。`}</View> : null}
        {doorNote ? <View className="t-secondary">{`门口：${doorNote}`}</View> : null}
        {granting ? (
          <GrantForm dinerId={recipient.dinerId} like={asked ?? granted} today={today} onDone={() => setGranting(false)} />
        ) : (
          <View className="row-wrap">
            <BigButton
              small
              kind={asked ? 'primary' : 'secondary'}
              text={asked ? '看一下再同意' : '改时间'}
              label={`${asked ? '看一下再同意' : '改时间'}：${name}`}
              onPress={() => setGranting(true)}
            />
            <Decline recipient={recipient} />
          </View>
        )}
      </View>
    </Card>
  );
}

/** 送餐对象: who asks to have meals brought, and who may; of the part that this person decides about. */
export default function Recipients() {
  const all = useQueryOf(canteen, 'recipients', {});
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <Desk title="送餐对象" of={all}>
      {({ recipients, today }) => (
        <View className="columns">
          <View className="col">
            <View className="t-section">{`${recipients.length} 人`}</View>
            {recipients.length === 0 ? (
              <Empty icon="delivery" title="还没有送餐对象" next="居民和家属可以申请，也可以在这里直接登记。" />
            ) : null}
            {recipients.map(recipient => (
              <RecipientCard key={recipient.dinerId} recipient={recipient} today={today} />
            ))}
          </View>
          <Card title="直接登记一位">
            <View className="col">
              <FindResident label="给谁送餐" value={chosen} onChange={setChosen} />
              {chosen ? (
                <GrantForm key={chosen.id} dinerId={chosen.id} today={today} onDone={() => setChosen(undefined)} />
              ) : null}
            </View>
          </Card>
        </View>
      )}
    </Desk>
  );
}
