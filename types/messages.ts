/**
 * Every message the product can send, as data: its sentence for the message centre and the fields of its WeChat template.
 * A field limit is checked when the text is composed (`fitsTemplate`), not when the send fails.
 * Limits are those of WeChat's one-time subscription messages: thing 20 characters, time a 24-hour time, phrase 5, amount ¥, character_string 32.
 */
export type MessageData = Record<string, string>;

export type MessageKind =
  | 'mealBooked'
  | 'mealCancelled'
  | 'mealTomorrow'
  | 'kitchenClosed'
  | 'bindingAsked'
  | 'bindingConfirmed'
  | 'bindingRefused'
  | 'bindingEnded'
  | 'turnedAway'
  | 'joined';

export type MessageForm = {
  title: string;
  /** The sentence in the message centre; `{x}` is replaced by data.x. */
  text: string;
  /** Page opened by a tap, with the same placeholders. */
  page: string;
  /** WeChat template field → text with placeholders; absent: the kind stays inside the product. */
  template?: Record<string, string>;
};

export const messageForms: Record<MessageKind, MessageForm> = {
  mealBooked: {
    title: '订餐成功',
    text: '{diner}{day}的{period}订好了，{dishes}，自付{selfPay}。',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{dishes}', time3: '{time}', amount4: '{selfPay}' },
  },
  mealCancelled: {
    title: '订餐已取消',
    text: '{diner}{day}的{period}已取消。{reason}',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{dishes}', time3: '{time}', thing4: '{reason}' },
  },
  mealTomorrow: {
    title: '明天用餐提醒',
    text: '{diner}{day}订了{period}：{dishes}。{place}，{hours}。',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{dishes}', time3: '{time}', thing4: '{place}' },
  },
  kitchenClosed: {
    title: '食堂停餐',
    text: '{day}的{period}停餐：{reason}。{diner}的订餐已全部取消，不收费。',
    page: 'pages/canteen/week/index',
    template: { thing1: '{diner}', thing2: '{reason}', time3: '{time}' },
  },
  bindingAsked: {
    title: '有家人想关联您',
    text: '{name}（{relation}）想帮您订餐办事，请您确认。',
    page: 'pages/people/family/index',
  },
  bindingConfirmed: { title: '关联成功', text: '您可以帮{elder}订餐办事了。', page: 'pages/people/family/index' },
  bindingRefused: {
    title: '关联申请没有通过',
    text: '{elder}没有同意您的关联申请。有疑问可以打社区电话。',
    page: 'pages/people/family/index',
  },
  bindingEnded: { title: '关联已解除', text: '您和{elder}的关联已解除。', page: 'pages/people/family/index' },
  turnedAway: { title: '加入申请没有通过', text: '社区没有通过您的加入申请：{reason}', page: 'pages/people/join/index' },
  joined: { title: '欢迎加入', text: '{name}，您已加入{community}。', page: 'pages/home/index' },
};

export const fillIn = (text: string, data: MessageData): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => data[key] ?? '');

const LIMITS: readonly [prefix: string, max: number][] = [
  ['character_string', 32],
  ['thing', 20],
  ['number', 32],
  ['letter', 32],
  ['phrase', 5],
  ['name', 10],
  ['amount', 12],
  ['phone_number', 17],
  ['time', 40],
  ['date', 40],
];

/** Text as it fits the template field: cut with … where WeChat would refuse it (error 47003). */
export function fitsTemplate(field: string, text: string): string {
  const limit = LIMITS.find(([prefix]) => field.startsWith(prefix))?.[1] ?? 20;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
