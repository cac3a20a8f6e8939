export default definePageConfig({ navigationBarTitleText: '平安关注' });
