/** A case at each place where a party meets it. */
import type { CaseView } from '../../types/mediation';
import { addDays } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { HELP, on, TODAY } from './mediation-guide';
import { agreed, agreement, application, own, PROMISES, photo, piece, talk, talkMay, view } from './mediation-pieces';

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
