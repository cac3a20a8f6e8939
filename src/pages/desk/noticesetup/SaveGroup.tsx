import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Category } from '../../../../types/directory';
import { CATEGORY_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { useCommand } from '../../../services/useDoor';
import { Ages } from '../notice/Ages';
import { type AudienceDraft, audienceOf, wholeCommunity } from '../notice/audience';
import { PlacePicker } from '../notice/PlacePicker';
import { notices } from '../notice/queries';
import { Labelled } from '../parts/Labelled';
import type { TreeData } from '../people/Tree';
import { optionsOf } from '../words';

interface Props {
  open: boolean;
  tree: TreeData;
  onClose: () => void;
}

/** Names a choice of people; who belongs to it is worked out anew for every notice. */
export function SaveGroup({ open, tree, onClose }: Props) {
  const [name, setName] = useState('');
  const [value, setValue] = useState<AudienceDraft>(wholeCommunity);
  const saving = useCommand(notices, 'saveGroup', { onDone: onClose });
  const traits = (change: Partial<AudienceDraft['traits']>) => setValue({ ...value, traits: { ...value.traits, ...change } });
  return (
    <Sheet title="按条件建分组" open={open} onClose={onClose}>
      <View className="col">
        <Field label="分组名字" value={name} max={20} onChange={setName} placeholder="3栋 80 岁以上" />
        <PlacePicker
          label="地方"
          none="全社区"
          tree={tree}
          value={value.places}
          onChange={places => setValue({ ...value, places })}
        />
        <Ages traits={value.traits} onChange={traits} />
        <Labelled label="身份（有一样就算）">
          <ChipPicker<Category>
            many
            label="身份"
            options={optionsOf(CATEGORY_TEXT)}
            value={value.traits.categories}
            onChange={categories => traits({ categories })}
          />
        </Labelled>
        <FailureNote failure={saving.failure} onRetry={saving.retry} />
        <BigButton
          text="存成分组"
          busy={saving.busy}
          disabled={name.trim() === ''}
          onPress={() => saving.run({ name: name.trim(), audience: audienceOf(value) })}
        />
      </View>
    </Sheet>
  );
}
