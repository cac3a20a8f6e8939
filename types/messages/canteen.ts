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
  /** To whoever takes the food samples: serving has begun and some are not in the fridge. */
  samplesMissing: {
    category: 'meals',
    title: '还没有留样',
    text: '{day}的{period}还没有留样：{dishes}。每样至少 {grams} 克，现在就留，留好在“留样”里登记。',
    page: 'pages/desk/samples/index',
  },
  samplesOver: {
    category: 'meals',
    title: '留样可以处理了',
    text: '{day}{period}的留样已经满 {hours} 小时，可以处理了。处理后请在“留样”里登记。',
    page: 'pages/desk/samples/index',
  },
} satisfies Record<string, MessageForm>;
