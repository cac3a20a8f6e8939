/** 人民调解协议书 and 司法确认申请书 as papers. Pure: data in, paper out. */
import type { AgreementContent, MediationSettings, PartySide } from '../../../types/mediation';
import type { CivilDate, Instant } from '../../../types/time';
import { dayOf } from '../../../types/time';
import type { Block, Paper } from '../../_shared/papers/types';
import { longDate, personLine, png, SIDE_NAME } from './words';

/** PNGs in base64 of this round, as far as they are there. */
export type Signatures = Partial<Record<PartySide | 'mediator' | 'seal', { image: string; at: Instant }>>;

const SONG = { face: 'song', size: 12, leading: 1.7 } as const;
const FOOT = { center: '第 {page} 页　共 {pages} 页' };
const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const countText = (at: number): string => CHINESE[at] ?? String(at + 1);

const signature = (label: string, given: Signatures[keyof Signatures]) => ({
  label,
  ...(given ? { picture: png(given.image), date: longDate(dayOf(given.at)) } : {}),
});

function promiseLines({ promises }: AgreementContent): Block[] {
  if (promises.length === 0) return [];
  const rows = promises.map(({ by, what, manner, dueOn }) => [SIDE_NAME[by], what, manner, longDate(dueOn)]);
  return [
    { kind: 'paragraph', text: '三、履行方式和期限', indent: 0, face: 'hei' },
    {
      kind: 'table',
      columns: [
        { title: '由谁履行', width: 2 },
        { title: '内容', width: 5 },
        { title: '方式', width: 2.5 },
        { title: '期限', width: 3 },
      ],
      rows,
      size: 10.5,
    },
  ];
}

/** 第二十九条: parties, facts and what is disputed, terms, manner and time; signatures of both and of the mediator; the seal. */
export function agreementPaper(
  content: AgreementContent,
  settings: Pick<MediationSettings, 'committee'>,
  signed: Signatures,
): Paper {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '人民调解协议书', align: 'center' },
    { kind: 'paragraph', text: `编号：${content.number}`, indent: 0, align: 'right', size: 10.5 },
    { kind: 'paragraph', text: `申请人：${personLine(content.applicant)}`, indent: 0 },
    { kind: 'paragraph', text: `被申请人：${personLine(content.respondent)}`, indent: 0, after: 3 },
    { kind: 'paragraph', text: '一、纠纷主要事实、争议事项', indent: 0, face: 'hei' },
    { kind: 'paragraph', text: content.facts },
    { kind: 'paragraph', text: '二、经调解，双方自愿达成如下协议', indent: 0, face: 'hei' },
    ...content.terms.map((text, at): Block => ({ kind: 'paragraph', text: `（${countText(at)}）${text}` })),
    ...promiseLines(content),
    {
      kind: 'paragraph',
      text: '本协议由双方当事人自愿达成，具有法律约束力，双方应当按照约定履行。双方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。协议一式三份，双方各执一份，人民调解委员会留存一份。',
    },
    { kind: 'space', height: 6 },
    {
      kind: 'signatures',
      columns: 2,
      lines: [
        signature('申请人（签名）', signed.applicant),
        signature('被申请人（签名）', signed.respondent),
        signature('人民调解员（签名）', signed.mediator),
        { label: `${settings.committee}（盖章）`, ...(signed.seal ? { date: longDate(dayOf(signed.seal.at)) } : {}) },
      ],
    },
    ...(signed.seal ? [{ kind: 'seal', bytes: png(signed.seal.image), size: 42, right: 30, up: 14 } as const] : []),
    { kind: 'paragraph', text: `地点：${content.place}　　${longDate(content.on)}`, indent: 0, size: 10.5 },
  ];
  return { title: `人民调解协议书 ${content.number}`, style: SONG, footer: FOOT, date: `${content.on}T00:00:00Z`, blocks };
}

type Confirmation = { court: string; committee: string; effectiveOn: CivilDate; until: CivilDate };

/** 司法确认申请书: both together, to the court, within thirty days from effect (第三十三条). */
export function confirmationPaper(content: AgreementContent, { court, committee, effectiveOn, until }: Confirmation): Paper {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '司法确认申请书', align: 'center' },
    { kind: 'paragraph', text: `申请人（甲方）：${personLine(content.applicant)}`, indent: 0 },
    { kind: 'paragraph', text: `申请人（乙方）：${personLine(content.respondent)}`, indent: 0, after: 3 },
    { kind: 'paragraph', text: '请求事项', indent: 0, face: 'hei' },
    { kind: 'paragraph', text: `请求确认双方于${longDate(effectiveOn)}经${committee}调解达成的协议（${content.number}）有效。` },
    { kind: 'paragraph', text: '事实和理由', indent: 0, face: 'hei' },
    { kind: 'paragraph', text: content.facts },
    { kind: 'paragraph', text: `双方经${committee}主持调解，自愿达成协议，主要内容如下：` },
    ...content.terms.map((text, at): Block => ({ kind: 'paragraph', text: `（${countText(at)}）${text}` })),
    {
      kind: 'paragraph',
      text: `双方出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因为该协议内容给他人造成损害的，愿意承担相应的法律责任。本申请自协议生效之日起三十日内（${longDate(until)}以前）共同提出。`,
    },
    { kind: 'paragraph', text: '此致' },
    { kind: 'paragraph', text: court, indent: 0, after: 6 },
    { kind: 'signatures', columns: 2, lines: [{ label: '申请人（甲方）签名' }, { label: '申请人（乙方）签名' }] },
    { kind: 'paragraph', text: '附：人民调解协议书、双方身份证明复印件、人民调解委员会的证明。', indent: 0, size: 10.5 },
  ];
  return { title: '司法确认申请书', style: SONG, footer: FOOT, date: `${effectiveOn}T00:00:00Z`, blocks };
}
