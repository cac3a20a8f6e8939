import type { MessageForm } from './form';

/**
 * What safety tells people. One alert has three loudnesses, chosen by the rung: WeChat; WeChat and text; WeChat, text and telephone at
 * the same time. `{mark}` is 【演练】 in a drill and empty otherwise. No illness, no number of anybody.
 */
const alertWords = {
  category: 'safety',
  urgency: 'emergency',
  title: '{mark}{title}',
  text: '{mark}{subject}：{title}。{where}{facts}请点开看，并点“我来处理”。有生命危险先打 120，着火、漏气打 119。',
  page: 'pages/safety/alert/index?id={alertId}',
  template: { thing1: '{mark}{subject}', thing2: '{title}', time3: '{time}', thing4: '{where}' },
} as const;

/** A variable of a text takes six characters: who, what, where to look. */
const sms = ['{mark}{subject}', '{short}', '{house}'] as const;
const voice = ['{mark}{subject}，{title}。{where}我来处理请按1。有生命危险请先打120。'] as const;

export const safetyForms = {
  alertPush: { ...alertWords, ladder: [['subscribe']], confirm: true },
  alertText: { ...alertWords, sms, ladder: [['subscribe', 'sms']], confirm: true },
  alertCall: { ...alertWords, sms, voice, ladder: [['subscribe', 'sms', 'voice']], confirm: true },
  alertHandedOver: {
    ...alertWords,
    text: '{mark}{from}请您接手：{subject}，{title}。{where}请点开看，并点“我正在赶去”。',
    sms,
    voice,
    ladder: [['subscribe', 'sms', 'voice']],
    confirm: true,
  },
  /** 平安通报, to everyone who was called. */
  allClear: {
    category: 'safety',
    urgency: 'urgent',
    title: '{mark}平安通报',
    text: '{mark}{subject}的“{title}”已经结束：{how}。{by}已处理，谢谢您的关心。',
    page: 'pages/safety/alert/index?id={alertId}',
    template: { thing1: '{mark}{subject}', thing2: '{how}', time3: '{time}', thing4: '{by}' },
    sms: ['{mark}{subject}', '{how}'],
    ladder: [['subscribe'], ['sms']],
  },
  /** The gentle reminder before anybody is alarmed. */
  checkInReminder: {
    category: 'safety',
    urgency: 'urgent',
    title: '今天还没报平安',
    text: '{name}，请点一下“我很好”，好让家人和社区放心。',
    page: 'pages/safety/mine/index',
    template: { thing1: '{name}', thing2: '请点一下“我很好”', time3: '{time}' },
  },
  /** Once a month, to everyone on an alert path. */
  pathTest: {
    category: 'safety',
    urgency: 'urgent',
    title: '每月一次的通知测试',
    text: '这是测试，不是真的有事。{elders}有事时，社区会这样通知您。收到请点“知道了”。',
    page: 'pages/safety/path/index',
    template: { thing1: '{elders}', thing2: '这是测试，不是真的有事', time3: '{time}' },
    sms: ['测试', '不是真事'],
    ladder: [['subscribe'], ['sms']],
    confirm: true,
  },
  returnCodeScanned: {
    category: 'safety',
    urgency: 'emergency',
    title: '防走失码被扫了',
    text: '{time}有人扫了{elder}的防走失码。请联系一下老人；找不到人，请打社区电话{phone}。',
    page: 'pages/safety/parent/index?id={elderId}',
    template: { thing1: '{elder}', thing2: '防走失码被扫了', time3: '{time}' },
    sms: ['{elder}', '走失码被扫'],
    ladder: [['subscribe', 'sms']],
  },
  /** The family would like another order; it hurries nobody. */
  ladderProposed: {
    category: 'safety',
    urgency: 'normal',
    title: '有人想改联系顺序',
    text: '{by}想改{elder}出事时的联系顺序，请在“平安关注”里看一看。',
    page: 'pages/desk/watches/index?id={elderId}',
    template: { thing1: '{elder}', thing2: '想改出事时的联系顺序', time3: '{time}' },
  },
  dutyEmpty: {
    category: 'safety',
    urgency: 'urgent',
    title: '明天有班没人值',
    text: '{day}的{shifts}还没有人值班，请今天排好。',
    page: 'pages/desk/safety/duty/index',
    template: { thing1: '{shifts}', thing2: '还没有人值班', time3: '{time}' },
  },
} satisfies Record<string, MessageForm>;
