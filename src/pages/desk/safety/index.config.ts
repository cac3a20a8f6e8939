export default definePageConfig({ navigationBarTitleText: '预警设置' });
