import { View } from '@tarojs/components';
import type { Me } from '../../../types/people';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { Card } from '../../components/Card';
import { List, Row } from '../../components/List';
import { PersonHeader } from '../../components/PersonHeader';
import { Screen } from '../../components/Screen';
import { Segmented } from '../../components/Segmented';
import { setElder, useElder } from '../../services/elder';
import { go, goHome } from '../../services/go';
import { isWeapp } from '../../services/platform';
import { forgetAll } from '../../services/query';
import { sessionToken, signOut } from '../../services/session';
import { isStaff, toJoin, wayOn } from '../home/ways';
import { useMe } from '../people/queries';
import { DeskLogin } from './DeskLogin';
import { ExportMine } from './ExportMine';
import { rolesText } from './roles';
import { REMINDERS } from './rows';
import './index.css';

const VIEWS = [
  { value: 'standard', text: '标准版' },
  { value: 'elder', text: '大字版' },
] as const;

const leave = () => {
  signOut();
  forgetAll();
  goHome();
};

const Heading = ({ text }: { text: string }) => (
  <View className="t-section" {...aria({ role: 'heading' })}>
    {text}
  </View>
);

const Rows = ({ me }: { me: Me }) => (
  <List label="我的">
    {me.account.phone ? <Row title="手机号" value={me.account.phone} /> : null}
    <Row title="我的订单" onPress={() => go('pages/canteen/orders/index')} />
    <Row
      title="我的家人"
      text={me.elders.map(({ name }) => name).join('、') || undefined}
      onPress={() => go('pages/people/family/index')}
    />
    <Row title="托管接孩子" onPress={() => go('pages/care/mine/index')} />
    <Row title="邻里调解" onPress={() => go('pages/mediation/start/index')} />
    <Row title="消息" onPress={() => go('pages/letters/index')} />
    <Row title="提醒设置" text="哪些消息用微信告诉您" onPress={() => go(REMINDERS)} />
    <Row title="关于和隐私" onPress={() => go('pages/people/about/index')} />
  </List>
);

const Staff = () => (
  <>
    <Heading text="工作" />
    <BigButton icon="grid" text="工作台" onPress={() => go('pages/desk/today/index')} />
    {isWeapp ? <DeskLogin /> : null}
  </>
);

/** My own data: take it along, or have it erased. */
const MyData = ({ me }: { me: Me }) => (
  <>
    <Heading text="我的资料" />
    <ExportMine />
    {me.may.erase.ok ? (
      <BigButton kind="plain" icon="trash" text="注销账号" onPress={() => go('pages/people/erase/index')} />
    ) : null}
    {sessionToken() ? <BigButton kind="plain" icon="leave" text="退出登录" onPress={leave} /> : null}
  </>
);

/** Who I am here, how large the type is, and what belongs to me. Light or dark follows the phone. */
export default function MePage() {
  const me = useMe();
  const elder = useElder();
  return (
    <Screen title="我的" of={me} refusedAction={wayOn(me.failure)}>
      {known => (
        <>
          <PersonHeader
            name={known.account.name || '还没有加入'}
            note={rolesText(known.roles)}
            text={[known.community?.name, known.resident?.address].filter(Boolean).join(' · ')}
          />
          {known.account.status === 'member' ? null : <BigButton text={toJoin.text} onPress={toJoin.onPress} />}
          <Card title="字的大小">
            <Segmented
              label="字的大小"
              options={VIEWS}
              value={elder ? 'elder' : 'standard'}
              onChange={view => setElder(view === 'elder')}
            />
          </Card>
          <Rows me={known} />
          {isStaff(known) ? <Staff /> : null}
          {known.account.status === 'member' ? <MyData me={known} /> : null}
        </>
      )}
    </Screen>
  );
}
