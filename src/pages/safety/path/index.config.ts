export default definePageConfig({ navigationBarTitleText: '通知检查' });
