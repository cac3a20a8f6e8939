/** A card, a view and the pieces of a case as a party's page gets them: 王桂兰's ceiling is wet; 赵建国 lives above. */
import type { CaseCard, CaseView, PartView } from '../../types/mediation';
import { addDays } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { NOW, on, TODAY } from './mediation-guide';

export const card = (over: Partial<CaseCard> = {}): CaseCard => ({
  id: 'm-1',
  ref: '041702',
  kind: 'leak',
  kindName: '漏水渗水',
  status: 'mediating',
  statusText: '调解中',
  next: '请选您方便的时间',
  as: 'applicant',
  names: { applicant: '王桂兰', respondent: '赵建国' },
  building: '3栋',
  danger: false,
  number: '幸福里调受字〔2026〕第17号',
  appliedAt: on(-6),
  dueAt: on(24, 23),
  late: 'no',
  leads: '周明',
  ...over,
});

type Content = Pick<PartView, 'kind' | 'content'>;
let pieces = 0;
/** One piece; shared and from the panel unless told. */
export const piece = (
  content: Content,
  over: Partial<Pick<PartView, 'id' | 'visible' | 'from' | 'at' | 'onBehalf'>> = {},
): PartView => {
  pieces += 1;
  return { id: `p-${pieces}`, visible: 'shared', from: 'panel', at: on(-3), onBehalf: false, ...content, ...over } as PartView;
};

export const view = (over: Partial<CaseView> = {}): CaseView => ({
  ...card(),
  now: NOW,
  sealed: false,
  applicant: { name: '王桂兰', is: 'resident', joined: true, agents: 0, rightsAt: on(-3) },
  respondent: { name: '赵建国', is: 'resident', joined: true, agents: 0 },
  wantsOpen: { applicant: false, respondent: false },
  panel: [
    { key: 'k1', name: '周明', part: 'mediator', leads: true },
    { key: 'k2', name: '陈社工', part: 'gridWorker', leads: false },
  ],
  acceptedAt: on(-4),
  decideBy: on(-1),
  mayFor: {},
  sessions: [],
  items: [],
  followUps: 0,
  followedUp: false,
  satisfied: {},
  routes: [],
  joined: [],
  parts: [],
  may: {},
  ...over,
});

export const talk = (): CaseView['sessions'][number] => ({
  no: 1,
  kind: 'together',
  mode: 'room',
  roomId: 'r1',
  roomName: '二楼调解室',
  minutes: 60,
  slots: [on(1, 9), on(1, 15), on(3, 10)],
  taken: [on(3, 10)],
  suits: { applicant: [], respondent: [] },
  status: 'offered',
});

export const PROMISES = [
  { by: 'respondent', what: '修好卫生间防水，并保证两年内不再漏水', manner: '请师傅上门', dueOn: addDays(TODAY, 10) },
  { by: 'applicant', what: '配合检修人员入户检查', manner: '提前一天约好', dueOn: addDays(TODAY, 5) },
] as const;

export const agreement = (): PartView =>
  piece(
    {
      kind: 'agreement',
      content: {
        number: '幸福里调协字〔2026〕第9号',
        applicant: { name: '王桂兰', address: '3栋2单元501' },
        respondent: { name: '赵建国', address: '3栋2单元601' },
        facts: '今年十月以来，601 室卫生间渗水，501 室卫生间天花板受潮。双方对由谁维修、怎样赔偿有不同意见。',
        terms: ['赵建国自费修好漏水处。', '赵建国一次性赔偿王桂兰吊顶损失六百元。', '双方今后遇事先沟通，互相谅解。'],
        promises: [...PROMISES],
        place: '二楼调解室',
        on: TODAY,
      },
    } as Content,
    { id: 'p-agreement' },
  );

export const agreed = (signed: NonNullable<CaseView['agreement']>['signed'], waitsFor?: string): CaseView['agreement'] => ({
  form: 'written',
  number: '幸福里调协字〔2026〕第9号',
  round: 1,
  partId: 'p-agreement',
  signed,
  ...(waitsFor ? { waitsFor } : {}),
});

export const own = { visible: 'applicant', from: 'applicant' } as const;
export const application = (): PartView =>
  piece(
    {
      kind: 'application',
      content: {
        what: '楼上卫生间漏水，我家天花板湿了一大片，吊顶鼓起来了。',
        where: '3栋2单元501的卫生间',
        since: '十月初，一用水就漏',
        fair: '把漏的地方修好，吊顶一起看看怎么弄。',
        answers: [{ question: '你们自己谈过吗？', answer: '谈过，没有结果' }],
      },
    },
    { ...own, at: on(-6) },
  );
export const photo = (): PartView =>
  piece(
    { kind: 'evidence', content: { name: '照片.jpg', mime: 'image/jpeg', bytes: 120_000, fileId: 'f1', note: '天花板' } },
    { ...own, at: on(-6) },
  );
const notNow = no('NOT_NOW', { status: 'mediating' });
export const talkMay: CaseView['may'] = {
  withdraw: yes,
  endMediation: yes,
  addStatement: yes,
  addEvidence: yes,
  refuseMediator: yes,
  chooseSlots: yes,
  extend: yes,
  appointAgent: yes,
  sign: no('AGREEMENT_CHANGED'),
  addFacts: notNow,
};
