import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Timeline } from '../../../components/Timeline';
import { useMe } from '../../desk/queries';
import { Deed, useDeed, WhyNot } from '../parts/Deed';
import { Signatures } from './Agreed';
import { Decline } from './acts/Decide';
import { RecordInvitation } from './acts/Invite';
import { PanelOf } from './acts/PanelOf';
import { momentsOf } from './clocks';
import { Closing } from './FileOf';

/** The register entry alone. Reading on needs a reason or a decision to make, and either way it is written down who read. */
export function SealedView({ view, onRead }: { view: CaseView; onRead: () => void }) {
  return (
    <>
      <Card title="内容已封存">
        <View className="col">
          <View className="t-secondary">这里只有登记的内容。双方说的话、姓名和材料，只有双方和本案调解员能看。</View>
          <ToRead view={view} onRead={onRead} />
          <OpenFile view={view} />
        </View>
      </Card>
      <RecordInvitation view={view} />
      <PanelOf view={view} />
      {view.agreement?.form === 'written' ? (
        <Card title="签名和盖章">
          <Signatures view={view} />
        </Card>
      ) : null}
      <Closing view={view} />
      {view.acceptedAt === undefined ? null : <Decline view={view} />}
      <Card title="经过">
        <Timeline moments={momentsOf(view)} />
      </Card>
    </>
  );
}

/** A mediator reads to decide, and to tell a respondent at the door; the office without that role opens the file with a reason. */
function ToRead({ view, onRead }: { view: CaseView; onRead: () => void }) {
  const me = useMe();
  const { acceptCase, recordInvitation } = view.may;
  if (!acceptCase || !me.data?.roles.includes('mediator')) return null;
  const inviting = recordInvitation?.ok === true;
  if (!acceptCase.ok && !inviting) return <WhyNot text="受理" may={acceptCase} />;
  return (
    <>
      <View className="sealed-note">看申请内容会记下您的名字和时间。与双方有亲属、邻里同户等关系的，请不要看，让别人受理。</View>
      <BigButton icon="lock" text={inviting ? '看对方的联系方式，去邀请' : '看申请，决定是否受理'} onPress={onRead} />
    </>
  );
}

/** The office's way into a file: with a reason, for a while, and the mediator reads why. */
function OpenFile({ view }: { view: CaseView }) {
  const [reason, setReason] = useState('');
  const deed = useDeed('openFile');
  return (
    <Deed
      explain
      deed={deed}
      may={view.may.openFile}
      text="查阅卷宗"
      icon="lock"
      title="为什么要查阅？"
      note="查阅会留下记录：谁、什么时候、为什么。承办的调解员马上会收到通知，也看得到您写的原因。过一会儿卷宗会自动重新封存。"
      yes="记录并打开"
      ready={reason.trim() !== ''}
      onYes={() => deed.run({ id: view.id, reason: reason.trim() })}
    >
      <Field
        label="原因"
        kind="long"
        value={reason}
        max={200}
        onChange={setReason}
        placeholder="比如：街道督查，核对归档是否齐全"
      />
    </Deed>
  );
}
