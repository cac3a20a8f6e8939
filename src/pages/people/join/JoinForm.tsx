import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { OpenButton } from '../../../components/OpenButton';
import { isWeapp } from '../../../services/platform';
import { isLocalCloud } from '../../../services/subscribe';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';
import { localPhoneCode } from './phone';

interface Props {
  me: Me;
  communities: readonly { id: string; name: string }[];
}

const TurnedAway = ({ reason }: { reason: string }) => (
  <Card tone="warning" title="上次申请没有通过">
    <View className="t-body">{`原因：${reason}。改好后可以再申请。`}</View>
  </Card>
);

/** Community, name, telephone number. Without the number the office compares by hand. */
export function JoinForm({ me, communities }: Props) {
  const [communityId, setCommunityId] = useState(communities.length === 1 ? communities[0]!.id : '');
  const [name, setName] = useState(me.account.name);
  const [missing, setMissing] = useState<'name' | 'community'>();
  const joining = useCommand(people, 'join', { touches: ['canteen', 'courier'] });

  const join = (phoneCode?: string) => {
    const gap = communityId === '' ? 'community' : name.trim() === '' ? 'name' : undefined;
    setMissing(gap);
    if (!gap) joining.run({ communityId, name: name.trim(), ...(phoneCode ? { phoneCode } : {}) });
  };
  return (
    <>
      {me.account.turnedAway ? <TurnedAway reason={me.account.turnedAway} /> : null}
      <Card title="您住在哪个社区">
        <ChipPicker
          label="社区"
          options={communities.map(({ id, name: text }) => ({ value: id, text }))}
          value={communityId ? [communityId] : []}
          onChange={([id]) => setCommunityId(id ?? '')}
        />
        {missing === 'community' ? <View className="join-missing">请先点一下您的社区</View> : null}
      </Card>
      <Card>
        <Field
          label="您的姓名"
          value={name}
          onChange={setName}
          max={20}
          help="写身份证上的名字，社区按名字找到您"
          error={missing === 'name' ? '请写上姓名' : undefined}
        />
        <FailureNote failure={joining.failure} onRetry={joining.retry} />
        <View className="col">
          <Ways busy={joining.busy} onJoin={join} />
        </View>
      </Card>
    </>
  );
}

/** With the telephone number at once, or without it after the office has looked. */
const Ways = ({ busy, onJoin }: { busy: boolean; onJoin: (phoneCode?: string) => void }) => (
  <>
    <PhoneButton busy={busy} onCode={onJoin} />
    <BigButton kind="plain" text="不给手机号，等社区核对" busy={busy} onPress={() => onJoin()} />
    <View className="t-secondary">手机号只用来和社区名册核对。对上了马上就能用，不会给别人。</View>
  </>
);

/** WeChat hands over the number only through its own button; the local cloud plays it on the web. */
function PhoneButton({ busy, onCode }: { busy: boolean; onCode: (code: string | undefined) => void }) {
  const text = '用微信手机号加入';
  if (isWeapp) {
    return (
      <OpenButton openType="getPhoneNumber" text={text} onGetPhoneNumber={({ detail }) => detail.code && onCode(detail.code)} />
    );
  }
  if (isLocalCloud()) return <BigButton text={text} busy={busy} onPress={async () => onCode(await localPhoneCode())} />;
  return <View className="t-body">要用手机号马上加入，请在微信里打开“近邻”小程序。</View>;
}
