export default definePageConfig({ navigationBarTitleText: '我的平安' });
