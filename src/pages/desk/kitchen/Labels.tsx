import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SheetMeal, Way } from '../../../../types/canteen';
import { WAY_TEXT } from '../../../../types/words';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Segmented } from '../../../components/Segmented';
import { Stepper } from '../../../components/Stepper';
import { useCommand } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { Labelled } from '../parts/Labelled';
import { canteen } from '../queries';
import { optionsOf } from '../words';

const PACKS = [
  { value: '24', text: '24 张' },
  { value: '21', text: '21 张' },
  { value: '10', text: '10 张' },
] as const;
type Pack = (typeof PACKS)[number]['value'];
const PACK_NUMBER = { '24': 24, '21': 21, '10': 10 } as const;

/** 标签: which boxes, which sticker paper, where to begin on a used sheet. */
export function Labels({ open, onClose, meal }: { open: boolean; onClose: () => void; meal: SheetMeal }) {
  const [ways, setWays] = useState<Way[]>(['pickup', 'delivery']);
  const [pack, setPack] = useState<Pack>('24');
  const [skip, setSkip] = useState(0);
  const print = useCommand(canteen, 'printLabels', {
    onDone: file => {
      onClose();
      void openFile(file);
    },
  });
  return (
    <Confirm
      open={open}
      title="打印标签"
      text="每份一张：取餐号、姓名、菜、忌口、配送单。用 A4 不干胶纸。"
      yes="生成标签"
      doing={print}
      ready={ways.length > 0}
      onYes={() => print.run({ mealId: meal.mealId, ways, pack: PACK_NUMBER[pack], skip })}
      onNo={onClose}
    >
      <Labelled label="哪些要贴">
        <ChipPicker many label="哪些要贴" options={optionsOf(WAY_TEXT)} value={ways} onChange={setWays} />
      </Labelled>
      <Labelled label="一页几张">
        <Segmented label="一页几张" options={PACKS} value={pack} onChange={setPack} />
      </Labelled>
      <Labelled label="第一页已经用掉几张">
        <View className="row">
          <Stepper label="已经用掉" value={skip} max={23} onChange={setSkip} />
        </View>
      </Labelled>
    </Confirm>
  );
}
