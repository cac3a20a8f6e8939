import type { MessageForm } from './form';

const mine = 'pages/care/mine/index';
const enrolment = 'pages/care/signups/index?id={enrolmentId}';
const day = 'pages/care/today/index?id={attendanceId}';

/** Still here after the end of the class. Three loudnesses, chosen by the rung. */
const late = {
  category: 'care',
  urgency: 'urgent',
  title: '{child}还没有人接',
  text: '{child}在{className}，{end}下课，现在还没有人接。请马上来接，或打托管电话{phone}。',
  page: day,
  template: { thing1: '{child}', thing2: '还没有人接，请马上来', time3: '{time}' },
} as const;
const sms = ['{child}', '还没人接'] as const;

/** What the care tells guardians, adults who collect, and staff. Never what happened to a child, never an illness, never a number. */
export const careForms = {
  careEnrolled: {
    category: 'care',
    title: '托管报名成功',
    text: '{child}报上了{className}，{from}开始。',
    page: enrolment,
    template: { thing1: '{child}', thing2: '{className}', time3: '{time}' },
  },
  careWaiting: {
    category: 'care',
    title: '排在候补里',
    text: '{className}满了，{child}在候补里排队。有空位时按先后通知您。',
    page: enrolment,
  },
  careEntered: {
    category: 'care',
    title: '已登记，等抽签',
    text: '{child}登记了{className}，编号 {number}。报名结束后抽签，结果会通知您。',
    page: enrolment,
  },
  careOffered: {
    category: 'care',
    urgency: 'urgent',
    title: '有名额了，请确认',
    text: '{className}有一个名额给{child}，请在{until}前确认。过了时间，名额给下一位。',
    page: enrolment,
    template: { thing1: '{child}', thing2: '{className}有名额，请确认', time3: '{time}' },
    sms: ['{child}', '有名额了'],
    ladder: [['subscribe'], ['sms']],
    confirm: true,
  },
  careOfferOver: {
    category: 'care',
    title: '名额没有确认',
    text: '{className}给{child}的名额没有在时间内确认，已经给了下一位。需要的话请重新报名。',
    page: enrolment,
  },
  careNotDrawn: {
    category: 'care',
    title: '抽签结果：候补第 {position} 位',
    text: '{className}抽签结束，{child}在候补第 {position} 位。有空位时按先后通知您，抽签过程可以查看。',
    page: enrolment,
  },
  careLeft: { category: 'care', title: '已退出托管班', text: '{child}退出了{className}。{reason}', page: enrolment },
  careInvited: {
    category: 'care',
    title: '请您一起照看孩子',
    text: '{by}请您做{child}的监护人，请打开“托管”，接受或不接受。',
    page: mine,
    template: { thing1: '{child}', thing2: '请您做监护人，请确认', thing3: '{by}' },
    sms: ['{child}', '请您确认'],
    ladder: [['subscribe', 'sms']],
  },
  /** To the other guardians, whenever who may collect changes. */
  careAdultChanged: {
    category: 'care',
    title: '接送人有变动',
    text: '{by}{deed}：{adult}（{relation}），{child}。不对的话，请马上联系社区。',
    page: mine,
  },
  /** The six digits fit a variable of a text message. */
  careTemporary: {
    category: 'care',
    urgency: 'urgent',
    title: '请您接{child}',
    text: '{by}请您{day}到{place}接{child}，接送码 {code}，只能用一次，请勿转给别人。',
    page: mine,
    template: { thing1: '{child}', thing2: '接送码{code}', time3: '{time}' },
    sms: ['{child}', '{code}'],
    ladder: [['subscribe', 'sms']],
  },
  careArrived: {
    category: 'care',
    title: '{child}到了',
    text: '{child}{clock}到了{className}。',
    page: day,
    template: { thing1: '{child}', thing2: '已到{className}', time3: '{time}' },
  },
  careAbsent: {
    category: 'care',
    urgency: 'urgent',
    title: '{child}还没有到',
    text: '{className}{start}开始，{child}还没有到。请告诉我们孩子在哪里；老师等不到回音会打电话。',
    page: day,
    template: { thing1: '{child}', thing2: '还没有到，请告诉我们', time3: '{time}' },
    sms: ['{child}', '还没有到'],
    ladder: [['subscribe'], ['sms']],
    confirm: true,
  },
  /** To staff: who has to be rung. */
  careCall: {
    category: 'care',
    urgency: 'urgent',
    title: '请打电话：孩子没到',
    text: '{className}有 {count} 个孩子没到，家长还没有回音，请打电话。',
    page: 'pages/desk-care/board/index',
  },
  careIncident: {
    category: 'care',
    urgency: 'urgent',
    title: '{child}有一件事要告诉您',
    text: '{child}今天在{className}有一件事，请打开查看，或打托管电话{phone}。',
    page: day,
    template: { thing1: '{child}', thing2: '有一件事要告诉您', time3: '{time}' },
  },
  careReleased: {
    category: 'care',
    urgency: 'urgent',
    title: '{child}被接走了',
    text: '{child}{clock}由{adult}（{relation}）接走。如果不对，请马上打托管电话{phone}。',
    page: day,
    template: { thing1: '{child}', thing2: '由{adult}接走', time3: '{time}' },
  },
  careMoved: { category: 'care', title: '{child}转到下一个班', text: '{child}{clock}到了{className}。', page: day },
  careReminder: {
    category: 'care',
    urgency: 'urgent',
    title: '快下课了，请来接{child}',
    text: '{className}{end}下课，{child}还在等您。',
    page: day,
    template: { thing1: '{child}', thing2: '快下课了，请来接', time3: '{time}' },
  },
  careLatePush: { ...late, ladder: [['subscribe']], confirm: true },
  careLateText: { ...late, sms, ladder: [['subscribe', 'sms']], confirm: true },
  careLateCall: {
    ...late,
    urgency: 'emergency',
    sms,
    voice: ['{child}在托管班，{end}下课，现在还没有人接。请马上来接。知道了请按1。'],
    ladder: [['subscribe', 'sms', 'voice']],
    confirm: true,
  },
  careConsentOver: {
    category: 'care',
    title: '托管同意书已到期或撤回',
    text: '{child}的托管同意书已不再有效，{className}的名额到此为止。需要的话请重新同意、重新报名。',
    page: mine,
  },
} satisfies Record<string, MessageForm>;
