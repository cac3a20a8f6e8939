/** Replies of mediation as the pages get them: 李敏 asks for her mother 王桂兰, whose ceiling is wet; 赵建国 lives above. */
import type { Call, Envelope, OutputOf } from '../../types/contract';
import type { CaseCard, CaseView, Guide, MediationContract, PartView, Thread } from '../../types/mediation';
import { addDays, civilDate, type Instant, instantAt } from '../../types/time';
import { no, yes } from '../../types/verdict';

export const TODAY = civilDate('2026-11-26');
/** Thursday, eight in the morning. */
export const NOW = instantAt(TODAY, 8 * 60);
/** A clock time some days from today. */
export const on = (days: number, hour = 9): Instant => instantAt(addDays(TODAY, days), hour * 60);

export const HELP = {
  text: '有人动手、威胁，或者要伤害自己，请马上打电话。',
  lines: [
    { name: '报警', phone: '110' },
    { name: '急救', phone: '120' },
    { name: '妇女维权', phone: '12338' },
  ],
};

export const guide = (): Guide => ({
  committee: '幸福里社区人民调解委员会',
  court: '江岸区人民法院',
  answerDays: 5,
  clockDays: 30,
  kinds: [
    {
      kind: 'leak',
      name: '漏水渗水',
      about: '楼上漏到楼下、水管渗水',
      questions: [
        { id: 'where', text: '哪里漏？', example: '卫生间天花板' },
        { id: 'talked', text: '你们自己谈过吗？', choices: ['没有谈过', '谈过，没有结果', '吵过架'] },
      ],
    },
    { kind: 'noise', name: '噪声扰民', about: '半夜响动、装修', questions: [{ id: 'when', text: '一般什么时候？' }] },
    { kind: 'parking', name: '停车占位', about: '占车位、堵车道', questions: [] },
    { kind: 'pets', name: '养宠物', about: '狗叫、不拴绳', questions: [] },
    { kind: 'sharedSpace', name: '公共空间', about: '楼道堆物', questions: [] },
    { kind: 'family', name: '家庭赡养', about: '赡养、继承', questions: [] },
    { kind: 'propertyCompany', name: '物业服务', about: '维修、收费', questions: [] },
    { kind: 'other', name: '其他纠纷', about: '上面没有的', questions: [] },
  ],
  promises: [
    '调解不收一分钱。',
    '参加不参加，由双方自己决定；中途不想谈了，随时可以停。',
    '您说的话只有调解员看得到；您愿意告诉对方的，才会让对方看到。',
    '调解不影响您去法院、找政府部门。',
    '谈的内容保密，不对外说；卷宗封存，谁看过都有记录。',
  ],
  rights: {
    version: '2026-1',
    title: '人民调解当事人权利义务告知书',
    rights: [
      '可以选择或者接受人民调解员；',
      '可以接受调解、拒绝调解，或者要求终止调解；',
      '可以要求调解公开进行或者不公开进行；',
    ],
    duties: ['如实说明纠纷的事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。'],
  },
  help: HELP,
  dangerWords: ['打人', '自杀', '杀了'],
  fileBytes: 10 * 1024 * 1024,
  filesMost: 20,
});

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

const talk = (): CaseView['sessions'][number] => ({
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

const PROMISES = [
  { by: 'respondent', what: '修好卫生间防水，并保证两年内不再漏水', manner: '请师傅上门', dueOn: addDays(TODAY, 10) },
  { by: 'applicant', what: '配合检修人员入户检查', manner: '提前一天约好', dueOn: addDays(TODAY, 5) },
] as const;

const agreement = (): PartView =>
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

const agreed = (signed: NonNullable<CaseView['agreement']>['signed'], waitsFor?: string): CaseView['agreement'] => ({
  form: 'written',
  number: '幸福里调协字〔2026〕第9号',
  round: 1,
  partId: 'p-agreement',
  signed,
  ...(waitsFor ? { waitsFor } : {}),
});

const own = { visible: 'applicant', from: 'applicant' } as const;
const application = (): PartView =>
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
const photo = (): PartView =>
  piece(
    { kind: 'evidence', content: { name: '照片.jpg', mime: 'image/jpeg', bytes: 120_000, fileId: 'f1', note: '天花板' } },
    { ...own, at: on(-6) },
  );
const notNow = no('NOT_NOW', { status: 'mediating' });
const talkMay: CaseView['may'] = {
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

/** A case at each place where a party meets it. */
export const cases = {
  applied: (): CaseView =>
    view({
      status: 'applied',
      statusText: '已收到，社区会在期限内答复您',
      next: undefined,
      number: undefined,
      acceptedAt: undefined,
      panel: [],
      dueAt: on(3, 23),
      late: 'soon',
      danger: true,
      help: HELP,
      parts: [application(), photo()],
      may: { withdraw: yes, addStatement: yes, addEvidence: yes, appointAgent: yes },
    }),
  moreAsked: (): CaseView =>
    view({
      status: 'moreAsked',
      statusText: '请您补充情况',
      next: '请补充情况',
      number: undefined,
      acceptedAt: undefined,
      panel: [],
      parts: [application(), piece({ kind: 'moreAsked', content: { text: '请说说漏水有没有请物业看过，物业怎么说。' } })],
      may: { addFacts: yes, withdraw: yes, addStatement: yes, addEvidence: yes },
    }),
  invited: (): CaseView =>
    view({
      as: 'respondent',
      status: 'inviting',
      statusText: '社区邀请您谈一谈，请您决定',
      next: '请决定参加不参加',
      panel: [],
      answerBy: on(4, 23),
      dueAt: on(4, 23),
      parts: [
        piece({
          kind: 'summary',
          content: { text: '楼下住户反映卫生间天花板有水渍，想和您一起看看是什么原因、怎么处理比较好。' },
        }),
      ],
      may: { answerInvitation: yes, addStatement: yes, acknowledgeRights: yes, counterClaim: yes },
    }),
  talking: (): CaseView =>
    view({
      sessions: [talk()],
      extension: { days: 15, agreed: ['respondent'] },
      parts: [
        application(),
        photo(),
        piece({ kind: 'statement', content: { text: '十一月三号物业来看过，说是楼上的防水。' } }, own),
        piece({ kind: 'counterClaim', content: { text: '希望白天来看，晚上家里有孩子。' } }, { from: 'respondent' }),
        piece({
          kind: 'record',
          content: {
            sessionNo: 1,
            at: on(-2),
            place: '二楼调解室',
            present: [
              { who: 'applicant', name: '王桂兰' },
              { who: 'respondent', name: '赵建国' },
            ],
            text: '双方都愿意先请师傅看一看，再商量怎么修。',
          },
        }),
      ],
      may: { ...talkMay, acknowledgeRights: yes },
    }),
  toSign: (): CaseView =>
    view({
      status: 'agreed',
      statusText: '协议写好了，等双方签名',
      next: '请看协议并签名',
      agreement: agreed({ respondent: on(0, 7) }, '等申请人签名'),
      parts: [application(), agreement()],
      may: { sign: yes, refuseToSign: yes, agreementPaper: yes, endMediation: yes, withdraw: yes },
    }),
  performing: (): CaseView =>
    view({
      status: 'performing',
      statusText: '协议已生效',
      next: '对方说办好了，请确认',
      dueAt: undefined,
      agreement: agreed({ applicant: on(-2), respondent: on(-2), mediator: on(-2), seal: on(-1) }),
      effectiveAt: on(-1),
      followUpOn: addDays(TODAY, 14),
      confirmation: { until: addDays(TODAY, 29), daysLeft: 29, wantedBy: ['respondent'] },
      items: [
        { no: 1, ...PROMISES[0], status: 'reported', overdue: false, reportedAt: on(0, 7) },
        { no: 2, ...PROMISES[1], status: 'open', overdue: false },
      ],
      parts: [application(), agreement()],
      may: {
        reportItem: yes,
        settleItem: yes,
        wantConfirmation: yes,
        confirmationPaper: yes,
        agreementPaper: yes,
        addStatement: yes,
        addEvidence: yes,
      },
    }),
  failed: (): CaseView =>
    view({
      status: 'failed',
      statusText: '调解不成',
      next: undefined,
      dueAt: undefined,
      endedAt: on(-1),
      endText: '这次没有谈成，调解到此结束。您仍然可以走别的途径，任何人不能因此阻拦您。',
      routes: [
        { name: '去法院起诉', text: '可以向江岸区人民法院起诉。小额的、事实清楚的，法院有简便的办法。' },
        { name: '找律师、申请法律援助', text: '拨打 12348，免费咨询；经济困难的可以申请法律援助。' },
        { name: '再次调解', text: '双方都愿意时，随时可以再来申请，不收费。' },
      ],
      parts: [application()],
      may: { withdraw: no('NOT_NOW', { status: 'failed' }) },
    }),
} satisfies Record<string, () => CaseView>;
export type CaseName = keyof typeof cases;

export const thread = (over: Partial<Thread> = {}): Thread => ({
  id: 't-1',
  at: on(-1, 10),
  urgent: false,
  status: 'answered',
  lines: [
    { at: on(-1, 10), from: 'asker', text: '楼上漏水，物业说不归他管，该找谁？' },
    { at: on(-1, 16), from: 'mediator', text: '先请物业看是公共管道还是户内防水。户内的话可以申请调解，不收费。' },
  ],
  ...over,
});

export const myCases = (over: Partial<OutputOf<MediationContract, 'myCases'>> = {}): OutputOf<MediationContract, 'myCases'> => ({
  now: NOW,
  cases: [
    card(),
    card({
      id: 'm-2',
      kind: 'noise',
      kindName: '噪声扰民',
      status: 'inviting',
      statusText: '社区邀请您谈一谈，请您决定',
      next: '请决定参加不参加',
      as: 'respondent',
      names: { applicant: '孙玉梅', respondent: '李敏' },
      leads: undefined,
    }),
    card({
      id: 'm-3',
      kind: 'parking',
      kindName: '停车占位',
      status: 'panelling',
      statusText: '正在安排调解员',
      next: undefined,
    }),
  ],
  offers: [{ id: 'o-1', kind: 'leak', at: on(-2) }],
  answered: 1,
  ...over,
});

const me = {
  account: { name: '李敏', phone: '139****0001', status: 'member' },
  roles: ['resident', 'family'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '02712345678', address: '幸福路 8 号' },
  elders: [{ id: 'r-wangguilan', name: '王桂兰', relation: '母亲', age: 78, address: '3栋2单元501' }],
  family: [],
  bindings: [],
  may: { join: yes, askBinding: yes, claimFirstAdmin: yes, erase: yes },
};

const tree = {
  grids: [],
  buildings: ['3栋', '5栋'].map((name, at) => ({
    id: `b${at}`,
    name,
    units: [
      { id: `b${at}u1`, name: '1单元' },
      { id: `b${at}u2`, name: '2单元' },
    ],
  })),
  residents: {},
};

/** Answers as the cloud would. The id of a case names its place: `case { id: 'talking' }`. */
export function mediationCloud(_domain: string, { action, input }: Call): Envelope<unknown> {
  const id = (input as { id?: string }).id ?? '';
  const replies: Record<string, () => unknown> = {
    me: () => me,
    tree: () => tree,
    guide,
    myCases: () => ((input as { ended?: boolean }).ended ? myCases({ cases: [], offers: [] }) : myCases()),
    myQuestions: () => ({ threads: [thread()] }),
    askFirst: () => thread({ id: 't-2', status: 'asked', lines: [{ at: NOW, from: 'asker', text: '问题' }] }),
    apply: () => ({ case: card({ status: 'applied', number: undefined, dueAt: on(3, 23) }) }),
    case: () => cases[id as CaseName]?.(),
  };
  const data = (replies[action] ?? cases.talking)();
  return data === undefined ? { ok: false, error: { code: 'NOT_FOUND' } } : { ok: true, data };
}
