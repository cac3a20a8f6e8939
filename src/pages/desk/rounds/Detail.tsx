import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { DeskRound } from '../../../../types/canteen';
import { clockText, minuteOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { OUTCOME } from '../../canteen/standingWords';
import { canteen } from '../queries';
import type { Day } from '.';
import { roundTitle } from './RoundCard';

type Stop = DeskRound['stops'][number];

/** What the carrier saw where nobody answered. */
function Photo({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const photo = useQueryOf(canteen, 'deliveryPhoto', { orderId });
  return (
    <Sheet title="门口的照片" open onClose={onClose}>
      {photo.data ? <Image className="round-photo" mode="widthFix" src={photo.data.url} /> : <Skeleton cards={1} />}
      <FailureNote failure={photo.failure} onRetry={photo.reload} />
    </Sheet>
  );
}

const stopText = ({ number, dishes, doorNote, delivered }: Stop): string =>
  [
    delivered ? `${clockText(minuteOf(delivered.at))} ${delivered.byName}` : '',
    `${number} ${dishes}`,
    doorNote ? `门口：${doorNote}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

const stopTag = ({ cancelled, delivered }: Stop) =>
  cancelled
    ? { word: '已取消', tone: 'neutral' as const }
    : delivered
      ? OUTCOME[delivered.outcome]
      : { word: '还没送', tone: 'neutral' as const };

/** Who carries it: the first to take it, or somebody whom staff name. */
function Assign({ round, carriers }: { round: DeskRound; carriers: Day['carriers'] }) {
  const assigning = useCommand(canteen, 'assignRound');
  if (!round.may.assign.ok) return null;
  const options = carriers.map(({ account, name }) => ({ value: account, text: name }));
  return (
    <Card title="安排谁送">
      <View className="col">
        {options.length === 0 ? (
          <View className="desk-note">还没有能送餐的人。请在“人员权限”里给志愿者授权。</View>
        ) : (
          <ChipPicker
            label="谁送"
            options={options}
            value={round.carrier ? [round.carrier] : []}
            onChange={([account]) => account && assigning.run({ id: round.id, account })}
          />
        )}
        <FailureNote failure={assigning.failure} onRetry={assigning.retry} />
        {round.carrier ? (
          <BigButton
            small
            kind="plain"
            text="收回，等人来接"
            busy={assigning.busy}
            onPress={() => assigning.run({ id: round.id })}
          />
        ) : null}
      </View>
    </Card>
  );
}

/** One round: its doors in walking order and how each ended. */
export function Detail({ round, of }: { round: DeskRound; of: Day }) {
  const [photo, setPhoto] = useState<string>();
  return (
    <View className="col">
      <View className="t-title">{roundTitle(round)}</View>
      {round.cold ? (
        <View className="problem">{`出发时 ${round.celsius} ℃，低于 ${of.settings.hotAtLeast} ℃，请提醒送餐的人和老人加热。`}</View>
      ) : null}
      <Assign round={round} carriers={of.carriers} />
      <List label="每一户">
        {round.stops.map((stop, i) => (
          <Row
            key={stop.orderId}
            title={`${i + 1}. ${stop.address} ${stop.name}`}
            text={stopText(stop)}
            value={stop.photo ? '看照片' : undefined}
            aside={<Tag {...stopTag(stop)} />}
            onPress={stop.photo ? () => setPhoto(stop.orderId) : undefined}
          />
        ))}
      </List>
      {photo ? <Photo orderId={photo} onClose={() => setPhoto(undefined)} /> : null}
    </View>
  );
}
