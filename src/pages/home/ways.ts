/** The doors of the home page: only to rooms that exist. */
import type { Me } from '../../../types/people';
import { callNumber } from '../../components/EmergencyCalls';
import type { Service } from '../../components/ServiceGrid';
import type { Failure } from '../../services/door';
import { go } from '../../services/go';
import { isWeapp } from '../../services/platform';
import { isLocalCloud } from '../../services/subscribe';

export const toJoin = { text: '加入社区', onPress: () => go('pages/people/join/index') };
const toFamily = { text: '去“我的家人”', onPress: () => go('pages/people/family/index') };
/** WeChat knows who is calling; a browser has to be let in from the phone. */
const toLogin = { text: '用微信扫码登录', onPress: () => go('pages/desk/login/index') };
/** Served by the local cloud there is no WeChat to scan with: its console lets one be any of the demo's people. */
const toConsole = { text: '本机演示：选一个人进入', onPress: () => window.location.assign('/console') };
const letIn = () => (isLocalCloud() ? toConsole : toLogin);

/** The way on from a no that another try does not change; undefined: home. */
export function wayOn(failure: Failure | undefined): { text: string; onPress: () => void } | undefined {
  if (failure?.code === 'NOT_YOUR_ELDER') return toFamily;
  if (failure?.code === 'NOT_SIGNED_IN') return isWeapp ? toJoin : letIn();
  return failure?.code === 'NOT_ALLOWED' ? toJoin : undefined;
}

/** Works here: has a role that the office granted. A volunteer carries meals and has no desk. */
export const isStaff = (me: Me): boolean => me.grants.some(({ role }) => role !== 'volunteer');

const way = (text: string, icon: Service['icon'], tone: Service['tone'], page: string): Service => ({
  text,
  icon,
  tone,
  onPress: () => go(page),
});

export const callCommunity = (me: Me): Service[] => {
  const phone = me.community?.phone;
  return phone ? [{ text: '打给社区', icon: 'phone', tone: 'accent', onPress: () => callNumber(phone) }] : [];
};

/** Who looks after an elder goes to the elder's day, everybody else who lives here to their own page. */
function care(me: Me): Service[] {
  const elder = me.elders[0]?.id;
  const open = elder ? () => go('pages/safety/parent/index', { id: elder }) : () => go('pages/safety/mine/index');
  return elder || me.resident ? [{ text: elder ? '家人关怀' : '平安', icon: 'heart', tone: 'accent', onPress: open }] : [];
}

/** Tiles of the standard view. */
export const servicesOf = (me: Me): Service[] => [
  way('订餐', 'bowl', 'primary', 'pages/canteen/week/index'),
  way('我的订单', 'list', 'info', 'pages/canteen/orders/index'),
  way('我的家人', 'people', 'accent', 'pages/people/family/index'),
  way('社区通知', 'page', 'info', 'pages/notices/list/index'),
  way('邻里调解', 'talk', 'primary', 'pages/mediation/start/index'),
  way('消息', 'bell', 'neutral', 'pages/letters/index'),
  ...care(me),
  ...(me.roles.length > 0 ? [way('紧急求助', 'warning', 'danger', 'pages/safety/sos/index')] : []),
  ...callCommunity(me),
  ...(me.grants.some(({ role }) => role === 'volunteer')
    ? [way('送餐', 'delivery', 'accent', 'pages/delivery/rounds/index')]
    : []),
  ...(isStaff(me) ? [way('工作台', 'grid', 'info', 'pages/desk/today/index')] : []),
  way('我的', 'person', 'neutral', 'pages/me/index'),
];

/** Tiles of the elder view, two by two with one more; the meal has its own door above them. */
export const tilesOf = (unread: number): Service[] => [
  way('我的订单', 'list', 'primary', 'pages/canteen/orders/index'),
  way('找家人', 'people', 'primary', 'pages/people/family/index'),
  way(unread > 0 ? `消息 ${unread} 条` : '消息', 'bell', 'primary', 'pages/letters/index'),
];
