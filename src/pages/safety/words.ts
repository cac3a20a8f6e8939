/** How safety speaks: every coded value of the contract in the residents' words. Shared with the desk. */
import type { AlertKind, AlertRow, AlertStatus, Paged, PathPerson, Resolution, RungWho, Severity } from '../../../types/safety';
import { type CivilDate, clockText, dateText, dayOf, dayText, type Instant, MINUTE_MS, minuteOf } from '../../../types/time';
import type { SignSource } from '../../../types/watch';
import type { Tone } from '../../components/Tag';

export const KIND_TEXT: Record<AlertKind, string> = {
  sos: '一键求助',
  gas: '燃气报警',
  smoke: '烟感报警',
  water: '家里漏水',
  checkIn: '没有平安信号',
  mealMissed: '订了餐没来取',
  mealUndelivered: '送餐没人应门',
  deviceSilent: '设备失联',
  found: '有人扫了防走失码',
  childLate: '孩子逾期未接',
  other: '有情况',
};

export const SEVERITY_TEXT: Record<Severity, { word: string; tone: Tone }> = {
  critical: { word: '危急', tone: 'danger' },
  high: { word: '紧急', tone: 'danger' },
  normal: { word: '要看看', tone: 'warning' },
};

export const STATUS_TEXT: Record<AlertStatus, { word: string; tone: Tone }> = {
  held: { word: '马上发出', tone: 'warning' },
  raised: { word: '等人处理', tone: 'danger' },
  acknowledged: { word: '有人在处理', tone: 'warning' },
  onTheWay: { word: '有人正赶去', tone: 'info' },
  resolved: { word: '已解除', tone: 'success' },
  falseAlarm: { word: '误报', tone: 'neutral' },
  cancelled: { word: '已取消', tone: 'neutral' },
};

export const RESOLUTION_TEXT: Record<Resolution, string> = {
  fine: '人没事',
  helped: '现场帮忙解决了',
  hospital: '已送医院',
  services: '120、119 或 110 已到场',
  broughtHome: '人找到了，已送回家',
  repaired: '已关阀、已维修',
  signOfLife: '有平安信号了',
  wentOut: '外出了，人没事',
  byMistake: '误按',
  deviceFault: '设备故障',
};

/** How an alert of this kind can end, the likely ones first; the server takes any. */
export const ENDINGS: Record<AlertKind, readonly Exclude<Resolution, 'signOfLife'>[]> = {
  sos: ['fine', 'helped', 'hospital', 'services', 'byMistake'],
  gas: ['repaired', 'services', 'fine', 'deviceFault', 'byMistake'],
  smoke: ['services', 'fine', 'hospital', 'deviceFault', 'byMistake'],
  water: ['repaired', 'fine', 'deviceFault', 'byMistake'],
  checkIn: ['fine', 'wentOut', 'helped', 'hospital', 'services'],
  mealMissed: ['fine', 'wentOut', 'helped', 'hospital'],
  mealUndelivered: ['fine', 'wentOut', 'helped', 'hospital'],
  deviceSilent: ['repaired', 'deviceFault', 'fine', 'wentOut'],
  found: ['broughtHome', 'fine', 'hospital', 'services', 'byMistake'],
  childLate: ['broughtHome', 'helped', 'services'],
  other: ['fine', 'helped', 'hospital', 'services', 'byMistake'],
};

/** Why this kind was raised, in a sentence for who has never seen one. */
export const RULE_TEXT: Record<AlertKind, string> = {
  sos: '有人按了一键求助',
  gas: '家里的燃气报警器响了',
  smoke: '家里的烟感响了',
  water: '家里的漏水报警器响了',
  checkIn: '到了时间还没有平安信号',
  mealMissed: '订了餐，到用餐结束没有来取',
  mealUndelivered: '送餐上门，没有人应门',
  deviceSilent: '家里的设备很久没有联系上',
  found: '有人扫了老人身上的防走失码',
  childLate: '托管结束了，还没有人来接',
  other: '有人报告',
};

export const RUNG_TEXT: Record<RungWho, string> = {
  family: '家人',
  keeper: '包保人',
  unitLead: '单元长',
  buildingLead: '楼栋长',
  gridStaff: '网格人员',
  duty: '值班人员',
  dutyPhone: '值班电话',
  office: '社区办公室',
};
export const pagedAs = (as: Paged['as']): string => (as === 'handedOver' ? '接手的人' : RUNG_TEXT[as]);

export const PAGED_TEXT: Record<Paged['state'], string> = {
  asked: '正在通知',
  sent: '已通知',
  unsent: '没有送到',
  seen: '知道了',
};

export const SIGN_TEXT: Record<SignSource, string> = {
  checkIn: '报了平安',
  meal: '取了餐',
  delivery: '收到送餐',
  class: '来上课',
  device: '家里设备有动静',
  visit: '有人上门看过',
  call: '打通了电话',
  other: '有人见到',
};

export const RED_TEXT: Record<PathPerson['reds'][number], { what: string; mend: string }> = {
  NO_CREDIT: { what: '微信提醒次数用完了', mend: '请点“开启微信提醒”，选“总是保持以上选择”。' },
  NO_PHONE: { what: '没有留电话', mend: '请在“我的”里绑定手机号，出事时才打得通。' },
  NOTIFICATIONS_OFF: { what: '手机关掉了微信通知', mend: '请在手机的设置里，允许微信发通知。' },
  TEST_UNSENT: { what: '上次测试没有送到', mend: '请核对电话，再开启一次微信提醒。' },
  TEST_UNANSWERED: { what: '上次测试没有回应', mend: '请打开小程序的“消息”，点“知道了”。' },
};

/** How a check-up ended. */
export const GRADE_TEXT = { normal: '没有大问题', followUp: '需要复查', referred: '建议去医院' } as const;
export type Grade = keyof typeof GRADE_TEXT;

/** 今天 08:12 */
export const whenText = (at: Instant, today: CivilDate): string => `${dayText(dayOf(at), today)} ${clockText(minuteOf(at))}`;

/** 刚刚、12 分钟、2 小时 10 分钟、3 天; whole minutes. */
export function lastsText(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} 天`;
  return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分钟`;
}

/** 至12月5日在女儿家 */
export const awayText = ({ to, where }: { to: CivilDate; where: string }): string => `至${dateText(to)}在${where}`;

/** Who has it, in one line under an alert. */
export function handledText({ status, responder, arrivedAt, resolution }: AlertRow): string {
  const who = responder ?? '有人';
  if (status === 'held') return '正在等最后几秒，还可以取消';
  if (status === 'raised') return '已经在通知家人和社区，还没有人接手';
  if (status === 'acknowledged') return `${who}在处理`;
  if (status === 'onTheWay') return arrivedAt ? `${who}已经到了` : `${who}正在赶去`;
  if (status === 'cancelled') return '按错了，已取消';
  const how = resolution ? RESOLUTION_TEXT[resolution] : STATUS_TEXT[status].word;
  return responder ? `${how}，${responder}处理的` : how;
}
