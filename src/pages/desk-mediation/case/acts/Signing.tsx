import { View } from '@tarojs/components';
import type { CaseView, PartySide } from '../../../../../types/mediation';
import { BigButton } from '../../../../components/BigButton';
import { FailureNote } from '../../../../components/FailureNote';
import { Sheet } from '../../../../components/Sheet';
import { SignaturePad } from '../../../mediation/agreement/SignaturePad';
import { SIDE_TEXT } from '../../../mediation/words';
import { Deed, type May, useDeed, WhyNot } from '../../parts/Deed';
import { mayFor } from '../onBehalf';

/** On this screen, a side that is present and has no mini-program: its own finger, never somebody else's. */
export function SideSigns({ view, side }: { view: CaseView; side: PartySide }) {
  const refuse = useDeed('refuseToSign');
  const may = mayFor(view, side, 'sign');
  const name = `${SIDE_TEXT[side]}${view[side]?.name ?? ''}`;
  return (
    <>
      <SignHere view={view} may={may} who={name} as={side} note="请把协议念给他听，由他本人用手指签。不能替别人签名。" />
      <Deed
        deed={refuse}
        may={mayFor(view, side, 'refuseToSign')}
        look="plain"
        text={`${SIDE_TEXT[side]}不签`}
        note="回到调解中，已经签的名作废。"
        yes="记下"
        onYes={() => refuse.run({ id: view.id, as: side })}
      />
    </>
  );
}

/** The leading mediator, after both. */
export const MediatorSigns = ({ view }: { view: CaseView }) => (
  <SignHere view={view} may={view.may.sign} who="调解员" note="双方都已签名，请您签名。签名后由办公室盖章。" />
);

interface Props {
  view: CaseView;
  may: May;
  who: string;
  note: string;
  as?: PartySide;
}

function SignHere({ view, may, who, note, as }: Props) {
  const deed = useDeed('sign');
  if (!may) return null;
  if (!may.ok) return <WhyNot text={`${who}签名`} may={may} />;
  return (
    <>
      <BigButton icon="edit" text={`${who}在这里签名…`} onPress={deed.show} />
      <Sheet title={`请${who}签名`} open={deed.open} onClose={deed.hide}>
        <View className="col">
          <View className="t-body">{note}</View>
          <FailureNote failure={deed.failure} onRetry={deed.retry} />
          <SignaturePad
            busy={deed.busy}
            onSigned={image => deed.run({ id: view.id, image, round: view.agreement?.round ?? 0, ...(as ? { as } : {}) })}
          />
        </View>
      </Sheet>
    </>
  );
}

/** The office's seal, when all have signed; with it the agreement takes effect (第二十九条). */
export function PlaceSeal({ view }: { view: CaseView }) {
  const deed = useDeed('placeSeal');
  return (
    <Deed
      explain
      deed={deed}
      may={view.may.placeSeal}
      look="primary"
      text="盖调委会的章"
      title="盖章，让协议生效？"
      note="双方和调解员都签了名。盖章以后协议生效，不能再改；三十天内双方可以一起申请司法确认。"
      yes="盖章"
      onYes={() => deed.run({ id: view.id, round: view.agreement?.round ?? 0 })}
    />
  );
}
