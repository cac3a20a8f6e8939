import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartySide } from '../../../../../types/mediation';
import { SignaturePad } from '../../../mediation/agreement/SignaturePad';
import { SIDE_TEXT } from '../../../mediation/words';
import { Deed, useDeed, WhyNot } from '../../parts/Deed';
import { isOnPaper, mayFor } from '../onBehalf';

type By = PartySide | 'mediator';

/** On this screen: a side that is present and has no mini-program, or the leading mediator after both. */
export function SignHere({ view, by }: { view: CaseView; by: By }) {
  const [image, setImage] = useState<string>();
  const deed = useDeed('sign', () => setImage(undefined));
  const refuse = useDeed('refuseToSign');
  const round = view.agreement?.round ?? 0;
  const party = by !== 'mediator';
  if (party && !isOnPaper(view, by)) return null;
  const who = party ? `${SIDE_TEXT[by]}${view[by]?.name ?? ''}` : '调解员';
  return (
    <>
      <Deed
        explain={!party}
        deed={deed}
        may={party ? mayFor(view, by, 'sign') : view.may.sign}
        look="primary"
        icon="edit"
        text={`${who}在这里签名`}
        title={`请${who}签名`}
        note={party ? '请把协议念给他听，由他本人用手指签。不能替别人签名。' : '双方都已签名，请您签名。'}
        yes="签好了"
        ready={image !== undefined}
        onYes={() => image && deed.run({ id: view.id, image, round, ...(party ? { as: by } : {}) })}
      >
        <SignaturePad onChange={setImage} />
      </Deed>
      {party ? (
        <Deed
          deed={refuse}
          may={mayFor(view, by, 'refuseToSign')}
          look="plain"
          text={`${SIDE_TEXT[by]}不签`}
          note="回到调解中，已经签的名作废。"
          yes="记下"
          onYes={() => refuse.run({ id: view.id, as: by })}
        />
      ) : null}
    </>
  );
}

/** The office's seal, when all have signed; with it the agreement takes effect (第二十九条). */
export function PlaceSeal({ view }: { view: CaseView }) {
  const deed = useDeed('placeSeal');
  if (!view.may.placeSeal) return null;
  return (
    <View className="col">
      <WhyNot text="盖章" may={view.may.placeSeal} />
      <Deed
        deed={deed}
        may={view.may.placeSeal}
        look="primary"
        text="盖调委会的章"
        title="盖章，让协议生效？"
        note="双方和调解员都签了名。盖章以后协议生效，不能再改；三十天内双方可以一起申请司法确认。"
        yes="盖章"
        onYes={() => deed.run({ id: view.id, round: view.agreement?.round ?? 0 })}
      />
    </View>
  );
}
