import type { MessageForm } from './form';

/** What joining, families and roles tell people. */
export const peopleForms = {
  bindingAsked: {
    category: 'family',
    title: '有家人想关联您',
    text: '{name}（{relation}）想帮您订餐办事，请您确认。',
    page: 'pages/people/family/index',
  },
  bindingConfirmed: {
    category: 'family',
    title: '关联成功',
    text: '您可以帮{elder}订餐办事了。',
    page: 'pages/people/family/index',
  },
  bindingRefused: {
    category: 'family',
    title: '关联申请没有通过',
    text: '{elder}没有同意您的关联申请。有疑问可以打社区电话。',
    page: 'pages/people/family/index',
  },
  bindingEnded: { category: 'family', title: '关联已解除', text: '您和{elder}的关联已解除。', page: 'pages/people/family/index' },
  turnedAway: {
    category: 'family',
    title: '加入申请没有通过',
    text: '社区没有通过您的加入申请：{reason}',
    page: 'pages/people/join/index',
  },
  joined: { category: 'family', title: '欢迎加入', text: '{name}，您已加入{community}。', page: 'pages/home/index' },
} satisfies Record<string, MessageForm>;
