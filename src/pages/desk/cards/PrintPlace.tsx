import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { useCommand } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { canteen } from '../queries';

type Option = { value: string; text: string };
type Kind = 'building' | 'grid';

const KINDS = [
  { value: 'building', text: '一栋楼' },
  { value: 'grid', text: '一个网格' },
] as const;

const whomOf = (kind: Kind, id: string) => (kind === 'building' ? { buildingId: id } : { gridId: id });

/** All of a building or a grid who are old enough, a hundred cards a file. */
export function PrintPlace({ buildings, grids }: { buildings: readonly Option[]; grids: readonly Option[] }) {
  const [kind, setKind] = useState<Kind>('building');
  const [place, setPlace] = useState<string>();
  const [next, setNext] = useState<string>();
  const [done, setDone] = useState('');
  const print = useCommand(canteen, 'printCards', {
    onDone: file => {
      setNext(file.next);
      setDone(`生成了 ${file.cards} 张${file.next ? '，还有下一批' : ''}。`);
      void openFile(file);
    },
  });
  const choose = (id: string | undefined) => {
    setPlace(id);
    setNext(undefined);
    setDone('');
  };
  return (
    <Card title="整批打印">
      <View className="col">
        <View className="desk-note">到了年龄的居民每人一张，有卡的印原来的卡，没有的发新卡。A4 纸一页十张，沿线剪开。</View>
        <Segmented
          label="范围"
          value={kind}
          options={KINDS}
          onChange={value => {
            setKind(value);
            choose(undefined);
          }}
        />
        <ChipPicker
          label="哪里"
          options={kind === 'building' ? buildings : grids}
          value={place ? [place] : []}
          onChange={([first]) => choose(first)}
        />
        {done ? <View className="desk-note">{done}</View> : null}
        <FailureNote failure={print.failure} onRetry={print.retry} />
        <BigButton
          text={next ? '打印下一批' : '打印'}
          busy={print.busy}
          busyText="正在生成…"
          disabled={!place || (done !== '' && !next)}
          onPress={() => place && print.run({ ...whomOf(kind, place), ...(next ? { after: next } : {}) })}
        />
      </View>
    </Card>
  );
}
