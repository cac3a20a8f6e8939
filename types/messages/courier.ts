import type { MessageForm } from './form';

/** What the courier itself tells people. */
export const courierForms = {
  digest: {
    category: 'notices',
    title: '今天的消息',
    text: '今天还有 {count} 条消息没有单独提醒您：{titles}。',
    page: 'pages/letters/index',
    template: { thing1: '{titles}', number2: '{count}', time3: '{time}' },
  },
  channelTest: {
    category: 'safety',
    urgency: 'urgent',
    title: '提醒试发',
    text: '这是{by}在{time}发的一次试发，收到请点“知道了”。不是真的有事。',
    page: 'pages/letters/index',
    template: { thing1: '这是一次试发', thing2: '{by}', time3: '{time}' },
    sms: ['试发'],
    voice: ['这是一次试打，不是真的有事。听到请按1。'],
    ladder: [['subscribe'], ['sms'], ['voice']],
    confirm: true,
  },
} satisfies Record<string, MessageForm>;
