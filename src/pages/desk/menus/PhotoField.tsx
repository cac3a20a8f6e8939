import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { DishPhoto } from '../../../components/DishPhoto';
import { FailureNote } from '../../../components/FailureNote';
import { asFailure, type Failure } from '../../../services/door';
import { Labelled } from '../parts/Labelled';
import { takePhoto } from '../photo';
import { canteen } from '../queries';
import './photofield.css';

interface Props {
  photo: string | undefined;
  name: string;
  onChange: (photo: string | undefined) => void;
}

/** The picture of a dish, as diners will see it. */
export function PhotoField({ photo, name, onChange }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const has = photo?.startsWith('cloud://') ?? false;
  const take = async () => {
    setFailure(undefined);
    try {
      const id = await takePhoto(
        () => canteen('photoTicket', {}),
        () => setBusy(true),
      );
      if (id) onChange(id);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Labelled label="照片（选填）" help="横着拍，盘子占满画面。发布后订餐的人就能看到。">
      <View className="photo-field">
        <DishPhoto photo={photo} name={name} />
        <View className="col">
          <BigButton
            small
            kind="secondary"
            text={has ? '换一张' : '选照片'}
            label={`${has ? '换一张' : '选'}照片 ${name}`}
            busy={busy}
            busyText="正在上传…"
            onPress={() => void take()}
          />
          {has && !busy ? <BigButton small kind="plain" text="不要照片" onPress={() => onChange(undefined)} /> : null}
        </View>
      </View>
      <FailureNote about="照片没有传上" failure={failure} />
    </Labelled>
  );
}
