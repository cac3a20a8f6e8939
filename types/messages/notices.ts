import type { MessageForm } from './form';

/** Date fields are `2026年11月26日 09:00`. `who` is empty, or `替王桂兰看：` in the letter of a relative. */
const letter = {
  category: 'notices',
  text: '{who}{title}。{summary}',
  page: 'pages/notices/notice/index?id={noticeId}&forId={forId}',
  template: { thing1: '{who}{title}', thing2: '{summary}', time3: '{time}', thing4: '{publisher}' },
} as const;

/** What notices tell people, and what they tell staff. */
export const noticeForms = {
  notice: { ...letter, title: '社区通知' },
  noticeUrgent: {
    ...letter,
    urgency: 'emergency',
    title: '紧急通知',
    sms: ['{category}'],
    voice: ['{title}。{summary}'],
    ladder: [['subscribe', 'sms'], ['voice']],
    confirm: true,
  },
  noticeReminder: { ...letter, title: '请看社区通知', text: '{who}您还有一条通知没有看：{title}。' },
  noticeConfirm: { ...letter, title: '请确认社区通知', text: '{who}有一条通知请您点“我知道了”：{title}。' },
  noticeCorrected: {
    ...letter,
    urgency: 'urgent',
    title: '通知已撤回',
    text: '{who}“{title}”已撤回。更正：{correction}',
    template: { thing1: '{who}{title}', thing2: '已撤回。{correction}', time3: '{time}', thing4: '{publisher}' },
  },
  noticeForEyes: {
    category: 'notices',
    urgency: 'urgent',
    title: '有通知等您审核',
    text: '{author}写的“{title}”要发给{count}人，请您看一看再发。',
    page: 'pages/desk/notice/index?id={noticeId}',
    template: { thing1: '{title}', thing2: '{author}', time3: '{time}' },
  },
  noticeReturned: {
    category: 'notices',
    title: '通知被退回',
    text: '{reviewer}退回了“{title}”：{reason}',
    page: 'pages/desk/notice/index?id={noticeId}',
  },
  noticeDoors: {
    category: 'notices',
    urgency: 'urgent',
    title: '请上门通知',
    text: '“{title}”还有{count}人没有看到，请上门告知。',
    page: 'pages/desk/doors/index?id={noticeId}',
    template: { thing1: '{title}', thing2: '还有{count}人没有看到', time3: '{time}' },
  },
} satisfies Record<string, MessageForm>;
