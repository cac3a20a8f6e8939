import type { MessageForm } from './form';

const page = 'pages/mediation/case/index?id={caseId}';
const desk = 'pages/desk-mediation/case/index?id={caseId}';
const queue = 'pages/desk-mediation/queue/index';
const text = '您有一件调解事项有新进展，请打开查看。';

/** What mediation tells people: that something happened, never what. Who sees the phone over a shoulder learns nothing. */
export const mediationForms = {
  caseMoved: { category: 'mediation', title: '调解事项有新进展', text, page },
  /** Something waits for this person. */
  caseYourTurn: { category: 'mediation', title: '有一件事等您办', text: '有一件调解事项等您办理，请打开查看。', page },
  /** The invitation: neutral, and it says that it is free to refuse. */
  caseInvited: {
    category: 'mediation',
    title: '社区邀请您谈一谈',
    text: '社区人民调解委员会邀请您参加一次调解。参加不收费，可以不参加，请打开查看。',
    page,
  },
  caseSoon: { category: 'mediation', title: '调解事项快到期了', text: '有一件调解事项快到期了，请打开查看。', page },
  caseMeets: { category: 'mediation', title: '调解安排提醒', text: '{day}有一次调解安排，请打开查看。', page },
  /** The same for the panel, which works at the desk. */
  deskCaseYourTurn: { category: 'mediation', title: '有一件事等您办', text: '有一件调解事项等您办理，请打开查看。', page: desk },
  deskCaseMoved: { category: 'mediation', title: '调解事项有新进展', text, page: desk },
  deskCaseSoon: { category: 'mediation', title: '调解事项快到期了', text: '有一件调解事项快到期了，请打开查看。', page: desk },
  deskCaseMeets: { category: 'mediation', title: '调解安排提醒', text: '{day}有一次调解安排，请打开查看。', page: desk },
  caseOpened: {
    category: 'mediation',
    title: '卷宗被查阅',
    text: '您承办的一件调解卷宗被社区办公室查阅，请打开查看原因。',
    page: desk,
  },
  /** For the office and the mediators: the queue. */
  caseWaits: {
    category: 'mediation',
    title: '有新的调解事项',
    text: '有一件调解事项等待处理，请打开查看。',
    page: queue,
  },
  caseUrgent: {
    category: 'mediation',
    urgency: 'urgent',
    title: '调解事项：可能有危险',
    text: '有一件调解事项提到危险，请立即查看并联系当事人；必要时报警。',
    page: queue,
  },
  questionAnswered: {
    category: 'mediation',
    title: '您问的问题有回复了',
    text: '您匿名问的问题有回复了，请打开查看。',
    page: 'pages/mediation/ask/index',
  },
  mediationOffered: {
    category: 'mediation',
    title: '邻里的事，可以坐下来谈',
    text: '社区可以帮您和邻居免费调解，愿不愿意由您决定，请打开查看。',
    page: 'pages/mediation/mine/index',
  },
} satisfies Record<string, MessageForm>;
