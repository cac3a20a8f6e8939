import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Sheet } from '../../../components/Sheet';
import { takePicture } from '../picture';
import type { DoorNow } from '../queries';

interface Props {
  open: boolean;
  door: Pick<DoorNow, 'name' | 'phone'>;
  /** The telephone of the community. */
  community: string | undefined;
  onYes: (picture?: string) => void;
  onNo: () => void;
}

/** Nobody answers: knock again, call, take a picture of the door. Whoever lives alone is looked after at once. */
export function NotHome({ open, door, community, onYes, onNo }: Props) {
  const [picture, setPicture] = useState<string>();
  const [failed, setFailed] = useState(false);
  const take = async () => {
    const taken = await takePicture().catch(() => undefined);
    setFailed(!taken);
    if (taken) setPicture(taken);
  };
  return (
    <Sheet title={`${door.name}没有应门？`} open={open} onClose={onNo}>
      <View className="col">
        <View className="t-body">请再敲一次、等一等，打个电话。还是没有人，拍一张门口，再记下。</View>
        {door.phone ? <CallButton phone={door.phone} text={`打给${door.name}`} /> : null}
        <BigButton kind="secondary" icon="scan" text={picture ? '照片拍好了，重拍' : '拍一张门口'} onPress={take} />
        {failed ? <View className="t-secondary">没有拍成。不拍也能记下。</View> : null}
        <BigButton kind="danger" text="记下：没人应门" onPress={() => onYes(picture)} />
        <View className="t-secondary">记下以后，家里人马上收到消息；独居老人，社区会马上有人去看。</View>
        {community ? <CallButton phone={community} text="打给社区" /> : null}
      </View>
    </Sheet>
  );
}
