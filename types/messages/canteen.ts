import type { MessageForm } from './form';

/** What the canteen tells people. */
export const canteenForms = {
  mealBooked: {
    category: 'meals',
    title: '订餐成功',
    text: '{diner}{day}的{period}订好了，{dishes}，自付{selfPay}。',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{dishes}', time3: '{time}', amount4: '{selfPay}' },
  },
  mealCancelled: {
    category: 'meals',
    title: '订餐已取消',
    text: '{diner}{day}的{period}已取消。{reason}',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{dishes}', time3: '{time}', thing4: '{reason}' },
  },
  mealTomorrow: {
    category: 'meals',
    title: '明天用餐提醒',
    text: '{diner}{day}订了{period}：{dishes}。{place}，{hours}。',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{dishes}', time3: '{time}', thing4: '{place}' },
  },
  kitchenClosed: {
    category: 'meals',
    title: '食堂停餐',
    text: '{day}的{period}停餐：{reason}。{diner}的订餐已全部取消，不收费。',
    page: 'pages/canteen/week/index',
    template: { thing1: '{diner}', thing2: '{reason}', time3: '{time}' },
  },
} satisfies Record<string, MessageForm>;
