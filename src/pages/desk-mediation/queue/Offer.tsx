import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../../desk/parts/Labelled';
import { useDeed } from '../parts/Deed';
import { FindPerson, type Person } from '../parts/FindPerson';

const KINDS = [
  { value: 'leak', text: '漏水渗水' },
  { value: 'noise', text: '噪声扰民' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** Two homes that trouble each other again and again: both are asked alike whether they want to talk. Nobody is accused. */
export function Offer() {
  const [kind, setKind] = useState<Kind>('leak');
  const [one, setOne] = useState<Person>();
  const [other, setOther] = useState<Person>();
  const [told, setTold] = useState<number>();
  const deed = useDeed('offerMediation', ({ reached }) => {
    setTold(reached);
    setOne(undefined);
    setOther(undefined);
  });
  const show = () => {
    setTold(undefined);
    deed.show();
  };
  return (
    <>
      <View className="row-wrap">
        <BigButton small kind="plain" icon="talk" text="请两家坐下来谈…" onPress={show} />
      </View>
      {told === undefined ? null : <View className="desk-note">{toldText(told)}</View>}
      <Confirm
        open={deed.open}
        title="问问哪两家？"
        text="两家会收到一样的话：社区看到这件事反复报了几次，愿意的话可以免费调解。不说是谁报的，不理会也没有关系。"
        yes="问这两家"
        doing={deed}
        ready={one !== undefined && other !== undefined}
        onYes={() => one && other && deed.run({ kind, residentIds: [one.id, other.id] })}
        onNo={deed.hide}
      >
        <Labelled label="为了什么事">
          <Segmented label="为了什么事" options={KINDS} value={kind} onChange={setKind} />
        </Labelled>
        <FindPerson label="一家" value={one} onChange={setOne} />
        <FindPerson label="另一家" value={other} onChange={setOther} />
      </Confirm>
    </>
  );
}

function toldText(reached: number): string {
  if (reached === 2) return '两家都通知到了。';
  return reached === 1 ? '通知到一家；另一家没有用小程序，请打电话问问。' : '两家都没有用小程序，请打电话问问。';
}
