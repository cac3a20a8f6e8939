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
  standingShort: {
    category: 'meals',
    title: '长期订餐没订上',
    text: '{diner}{day}的{period}没有订上：{why}。请看看别的菜，或打电话问食堂。',
    page: 'pages/canteen/standing/index?dinerId={dinerId}',
    template: { thing1: '{diner}', thing2: '{day}{period}', thing4: '{why}' },
  },
  standingShortKitchen: {
    category: 'meals',
    title: '长期订餐订不下了',
    text: '{day}{period}：长期订餐还有{count}份没有座位。可以在“菜单”里加份数。',
    page: 'pages/desk/standing/index',
    template: { thing1: '{day}{period}', thing2: '还有{count}份没有座位' },
  },
  deliveryMissed: {
    category: 'meals',
    urgency: 'urgent',
    title: '送餐没有送到',
    text: '{diner}{day}的{period}，{time}送到门口：{what}。',
    page: 'pages/canteen/order/index?id={orderId}',
    template: { thing1: '{diner}', thing2: '{what}', time3: '{time}' },
  },
  deliveryDecided: {
    category: 'meals',
    title: '送餐上门',
    text: '{diner}的送餐申请：{result}',
    page: 'pages/canteen/delivery/index?dinerId={dinerId}',
    template: { thing1: '{diner}', thing4: '{result}' },
  },
  roundAssigned: {
    category: 'meals',
    urgency: 'urgent',
    title: '请您送餐',
    text: '{day}{period}请您送 {doors} 户，点开看看怎么走。',
    page: 'pages/delivery/rounds/index',
    template: { thing1: '{day}{period}', thing2: '{doors} 户' },
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
