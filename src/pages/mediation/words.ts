/** How mediation speaks: every coded value of the contract in plain words. Shared by the residents' pages and the desk. */
import type {
  CaseKind,
  CaseStatus,
  CaseView,
  PanelPart,
  PartKind,
  PartView,
  PartySide,
  Standing,
  Visible,
} from '../../../types/mediation';
import {
  type CivilDate,
  clockText,
  DAY_MS,
  dateText,
  dayOf,
  dayText,
  type Instant,
  minuteOf,
  weekdayText,
} from '../../../types/time';
import type { Tone } from '../../components/Tag';
import type { IconName } from '../../styles/icons';

export const KIND: Record<CaseKind, { word: string; icon: IconName }> = {
  leak: { word: '漏水渗水', icon: 'wrench' },
  noise: { word: '噪声扰民', icon: 'speaker' },
  parking: { word: '停车占位', icon: 'delivery' },
  pets: { word: '养宠物', icon: 'heart' },
  sharedSpace: { word: '公共空间', icon: 'grid' },
  family: { word: '家庭赡养', icon: 'home' },
  propertyCompany: { word: '物业服务', icon: 'gear' },
  other: { word: '其他纠纷', icon: 'edit' },
};

/** In one word for a tag; `statusText` of the card says it for the one who looks. */
export const STATUS: Record<CaseStatus, { word: string; tone: Tone }> = {
  applied: { word: '等待受理', tone: 'info' },
  moreAsked: { word: '待补充材料', tone: 'warning' },
  inviting: { word: '邀请对方', tone: 'info' },
  panelling: { word: '确定调解员', tone: 'info' },
  mediating: { word: '调解中', tone: 'primary' },
  paused: { word: '暂停', tone: 'warning' },
  agreed: { word: '待签名', tone: 'accent' },
  performing: { word: '履行中', tone: 'success' },
  declined: { word: '不予受理', tone: 'neutral' },
  refused: { word: '不参加', tone: 'neutral' },
  failed: { word: '调解不成', tone: 'neutral' },
  withdrawn: { word: '已撤回', tone: 'neutral' },
  joined: { word: '已并案', tone: 'neutral' },
  closed: { word: '已归档', tone: 'neutral' },
};

/** What became of an archived case, by the status that was archived. */
export const OUTCOME: Partial<Record<CaseStatus, string>> = {
  performing: '达成协议',
  declined: '没有受理',
  refused: '对方没有参加',
  failed: '没有谈成',
  withdrawn: '撤回',
};

export const PANEL_TEXT: Record<PanelPart, string> = {
  mediator: '人民调解员',
  gridWorker: '网格员',
  legalAware: '法律明白人',
  lawyer: '律师',
  police: '社区民警',
  counsellor: '心理咨询师',
  socialWorker: '社会工作者',
};

export const SIDE_TEXT: Record<PartySide, string> = { applicant: '申请人', respondent: '被申请人' };
export const STANDING_TEXT: Record<Standing, string> = { ...SIDE_TEXT, panel: '调解员', office: '社区办公室' };
export const otherSide = (side: PartySide): PartySide => (side === 'applicant' ? 'respondent' : 'applicant');

/** Who sees a piece, in words for staff. */
export const VISIBLE_TEXT: Record<Visible, string> = {
  applicant: '只有申请人和调解员能看',
  respondent: '只有被申请人和调解员能看',
  shared: '双方都能看',
  panel: '只有调解员能看',
};

export const PIECE_TEXT: Record<PartKind, string> = {
  application: '申请',
  party: '当事人基本情况',
  attorney: '授权委托',
  summary: '邀请里写的事由',
  moreAsked: '需要补充的内容',
  statement: '情况说明',
  counterClaim: '对方的要求',
  evidence: '材料',
  inquiry: '调查笔录',
  note: '调解员笔记',
  separateTalk: '单独谈话记录',
  rightsNotice: '权利义务告知书',
  record: '调解记录',
  specialist: '请来的专业人员',
  pause: '暂停的原因',
  agreement: '调解协议书',
  signature: '签名',
  seal: '调委会印章',
  performance: '履行情况',
  followUp: '回访',
  confirmation: '司法确认',
  ending: '结束的原因',
  joined: '合并进来的申请',
};

type Session = CaseView['sessions'][number];
export const TALK_TEXT: Record<Session['kind'], string> = { together: '一起谈', separate: '单独谈' };
export const MODE_TEXT: Record<Session['mode'], string> = { room: '当面', phone: '打电话' };
export const TALK_STATUS: Record<Session['status'], { word: string; tone: Tone }> = {
  offered: { word: '等选时间', tone: 'warning' },
  agreed: { word: '时间已定', tone: 'success' },
  held: { word: '已谈过', tone: 'neutral' },
  dropped: { word: '已取消', tone: 'neutral' },
};

export const ITEM_STATUS: Record<CaseView['items'][number]['status'], { word: string; tone: Tone }> = {
  open: { word: '还没做', tone: 'warning' },
  reported: { word: '说做好了', tone: 'info' },
  accepted: { word: '已做到', tone: 'success' },
  broken: { word: '没有做到', tone: 'danger' },
};

type Confirmation = NonNullable<NonNullable<CaseView['confirmation']>['status']>;
export const CONFIRMATION_TEXT: Record<Confirmation, string> = {
  wanted: '准备申请',
  handedIn: '已交法院',
  confirmed: '法院已确认',
  refused: '法院没有确认',
};

/** 11月28日 周六 15:00 */
export function momentText(at: Instant): string {
  const day = dayOf(at);
  return `${dateText(day)} ${weekdayText(day)} ${clockText(minuteOf(at))}`;
}

/** 明天 15:00; the date beside it where the word alone could be mistaken. */
export function nearMomentText(at: Instant, now: Instant): string {
  const day = dayOf(at);
  const near = dayText(day, dayOf(now));
  return `${near === dateText(day) ? near : `${near}（${dateText(day)}）`} ${clockText(minuteOf(at))}`;
}

/** 12月26日，还有 30 天; on the day 今天; afterwards 已经过了 3 天. */
export function untilText(until: CivilDate, today: CivilDate): string {
  const left = Math.round((Date.parse(until) - Date.parse(today)) / DAY_MS);
  if (left === 0) return `${dateText(until)}，就是今天`;
  return `${dateText(until)}，${left > 0 ? `还有 ${left} 天` : `已经过了 ${-left} 天`}`;
}

/** The content of a piece of one kind, in order of time. */
export function contentsOf<K extends PartKind>(parts: readonly PartView[], kind: K): (PartView & { kind: K })[] {
  return parts.filter((part): part is PartView & { kind: K } => part.kind === kind);
}
