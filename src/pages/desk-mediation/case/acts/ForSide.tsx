import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, Deed as DeedName, PartySide } from '../../../../../types/mediation';
import { ChipPicker } from '../../../../components/ChipPicker';
import { Field } from '../../../../components/Field';
import { Segmented } from '../../../../components/Segmented';
import { Labelled } from '../../../desk/parts/Labelled';
import { AddFile } from '../../../mediation/parts/AddFile';
import { Lines } from '../../../mediation/parts/Lines';
import { useGuide } from '../../../mediation/queries';
import { SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed } from '../../parts/Deed';
import { isOnPaper, mayFor } from '../onBehalf';

interface Props {
  view: CaseView;
  side: PartySide;
}

const SHARE = [
  { value: 'own', text: '只给调解员看' },
  { value: 'share', text: '也给对方看' },
] as const;
type Share = (typeof SHARE)[number]['value'];

/** What staff do for a side without the mini-program; each is recorded with who did it. */
export function ForSide({ view, side }: Props) {
  if (!isOnPaper(view, side)) return null;
  return (
    <View className="besides">
      <Rights view={view} side={side} />
      <Said view={view} side={side} action="addFacts" text="代填补充情况" />
      <Statement view={view} side={side} />
      <Said view={view} side={side} action="counterClaim" text="记下他的要求" />
      <Evidence view={view} side={side} />
      <RefuseMediator view={view} side={side} />
    </View>
  );
}

/** 权利义务告知书 read aloud to a side that has no screen. */
function Rights({ view, side }: Props) {
  const guide = useGuide();
  const deed = useDeed('acknowledgeRights');
  const notice = guide.data?.rights;
  if (!notice) return null;
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'acknowledgeRights')}
      look="primary"
      text="念告知书并记下"
      title={notice.title}
      note={`请念给${SIDE_TEXT[side]}听，或者给他看纸质的，问他听明白了没有。`}
      yes="他听明白了，记下"
      onYes={() => deed.run({ id: view.id, as: side, version: notice.version })}
    >
      <View className="t-section">权利</View>
      <Lines lines={notice.rights} />
      <View className="t-section">义务</View>
      <Lines lines={notice.duties} />
    </Deed>
  );
}

const SAID: Record<'addFacts' | 'counterClaim', string> = {
  addFacts: '按他说的写，写完念给他听一遍。',
  counterClaim: '对方也有要求的，在同一件里一起谈。',
};

function Said({ view, side, action, text }: Props & { action: 'addFacts' | 'counterClaim'; text: string }) {
  const [said, setSaid] = useState('');
  const deed = useDeed(action);
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, action satisfies DeedName)}
      text={text}
      note={SAID[action]}
      yes="保存"
      ready={said.trim() !== ''}
      onYes={() => deed.run({ id: view.id, as: side, text: said.trim() })}
    >
      <Field label="他说" kind="long" value={said} max={2000} onChange={setSaid} />
    </Deed>
  );
}

function Statement({ view, side }: Props) {
  const [said, setSaid] = useState('');
  const [share, setShare] = useState<Share>('own');
  const deed = useDeed('addStatement', () => setSaid(''));
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'addStatement')}
      look="plain"
      text="代记情况说明"
      note="请问清楚愿不愿意给对方看。没说愿意，就只给调解员看。"
      yes="保存"
      ready={said.trim() !== ''}
      onYes={() => deed.run({ id: view.id, as: side, text: said.trim(), share: share === 'share' })}
    >
      <Field label="他说" kind="long" value={said} max={2000} onChange={setSaid} />
      <Labelled label="谁能看">
        <Segmented label="谁能看" options={SHARE} value={share} onChange={setShare} />
      </Labelled>
    </Deed>
  );
}

function Evidence({ view, side }: Props) {
  const guide = useGuide();
  const [file, setFile] = useState<{ fileId: string; name: string }>();
  const [share, setShare] = useState<Share>('own');
  const deed = useDeed('addEvidence', () => setFile(undefined));
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'addEvidence')}
      look="plain"
      text="代交材料"
      note="拍下他带来的照片、票据、合同。"
      yes="交上"
      ready={file !== undefined}
      onYes={() => file && deed.run({ id: view.id, as: side, ...file, share: share === 'share' })}
    >
      {file ? <View className="t-body">已选：{file.name}</View> : <AddFile most={guide.data?.fileBytes ?? 0} onAdded={setFile} />}
      <Labelled label="谁能看">
        <Segmented label="材料谁能看" options={SHARE} value={share} onChange={setShare} />
      </Labelled>
    </Deed>
  );
}

/** 第二十三条(一): a side does not want one of the panel. */
function RefuseMediator({ view, side }: Props) {
  const [key, setKey] = useState<string>();
  const deed = useDeed('refuseMediator');
  return (
    <Deed
      deed={deed}
      may={mayFor(view, side, 'refuseMediator')}
      look="plain"
      text="他不要某位调解员"
      title={`${SIDE_TEXT[side]}不要哪一位？`}
      note="不用说理由。这位调解员会退出本案，案件回到“待定调解员”。"
      yes="记下"
      ready={key !== undefined}
      onYes={() => key && deed.run({ id: view.id, as: side, key })}
    >
      <ChipPicker
        label="哪一位"
        options={view.panel.map(each => ({ value: each.key, text: each.name }))}
        value={key ? [key] : []}
        onChange={([first]) => setKey(first)}
      />
    </Deed>
  );
}
