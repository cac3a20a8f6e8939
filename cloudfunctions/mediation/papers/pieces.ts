/** Each piece of a 卷宗 as blocks: what was said, in the words it was said in, with who and when. Pure. */
import type { ContentOf, PartView } from '../../../types/mediation';
import type { Block } from '../../_shared/papers/types';
import { longMoment, personLine, SIDE_NAME } from './words';

const text = (words: string): Block => ({ kind: 'paragraph', text: words });
const facts = (rows: readonly (readonly [string, string])[]): Block => ({ kind: 'facts', rows, labelWidth: 32 });

const FROM: Record<PartView['from'], string> = { applicant: '申请人', respondent: '被申请人', panel: '调解员', office: '调委会' };
const WHO = { ...FROM, specialist: '专业人员', other: '其他人员' } as const;

const TITLE: Record<PartView['kind'], string> = {
  application: '人民调解申请书',
  party: '当事人基本情况',
  attorney: '授权委托书',
  summary: '受理登记与邀请',
  moreAsked: '补充材料通知',
  statement: '当事人陈述',
  counterClaim: '被申请人的请求',
  evidence: '证据材料',
  inquiry: '调查笔录',
  note: '工作记录',
  separateTalk: '个别谈话记录',
  rightsNotice: '权利义务告知书（签收）',
  record: '人民调解记录',
  specialist: '邀请参与调解',
  pause: '暂停调解',
  agreement: '人民调解协议书',
  signature: '签名',
  seal: '印章',
  performance: '履行情况记录',
  followUp: '人民调解回访记录',
  confirmation: '司法确认',
  ending: '终止、不予受理说明',
  joined: '并案材料',
};
export const titleOf = (part: Pick<PartView, 'kind'>): string => TITLE[part.kind];

const applicationFacts = ({ what, where, since, fair, answers }: ContentOf<'application'>): Block =>
  facts([
    ['发生了什么', what],
    ['在哪里', where],
    ['从什么时候', since],
    ['希望怎样', fair],
    ...answers.map(({ question, answer }) => [question, answer] as const),
  ]);

const recordFacts = ({ at, place, present }: ContentOf<'record'>): Block =>
  facts([
    ['时间', longMoment(at)],
    ['地点', place],
    ['到场人员', present.map(({ who, name }) => `${WHO[who]} ${name}`).join('；')],
  ]);

const fileFacts = ({ name, mime, note }: ContentOf<'evidence'>): Block =>
  facts([['名称', name], ['类型', mime], ...(note ? [['说明', note] as const] : [])]);

export function bodyOf(part: PartView): Block[] {
  switch (part.kind) {
    case 'application':
      return [applicationFacts(part.content)];
    case 'party':
      return [text(`${part.visible === 'respondent' ? '被申请人' : '申请人'}：${personLine(part.content)}`)];
    case 'attorney':
      return [text(`委托${part.content.name}（${part.content.relation}）代为参加调解，权限：${part.content.scope}。`)];
    case 'rightsNotice':
      return [text(part.content.text), text(`${SIDE_NAME[part.content.side]}于${longMoment(part.at)}确认知悉。`)];
    case 'record':
      return [recordFacts(part.content), text(part.content.text)];
    case 'separateTalk':
      return [text(`谈话对象：${SIDE_NAME[part.content.side]}`), text(part.content.text)];
    case 'specialist':
      return [text(`邀请${part.content.profession}${part.content.name}参与调解。`)];
    case 'evidence':
      return [fileFacts(part.content)];
    case 'performance':
      return [text(`第 ${part.content.item} 项：${part.content.text}`)];
    case 'confirmation':
      return [...(part.content.court ? [text(`法院：${part.content.court}`)] : []), text(part.content.text)];
    case 'agreement':
      return part.content.terms.map(text);
    case 'signature':
    case 'seal':
      return [];
    default:
      return [text(part.content.text)];
  }
}

/** Head, body, and who brought it when. */
export const pieceBlocks = (part: PartView): Block[] => [
  { kind: 'heading', level: 2, text: titleOf(part), align: 'center' },
  ...bodyOf(part),
  {
    kind: 'paragraph',
    text: `${FROM[part.from]}${part.onBehalf ? '（工作人员代办）' : ''}　${longMoment(part.at)}`,
    indent: 0,
    align: 'right',
    size: 10.5,
    after: 4,
  },
];
