export default definePageConfig({ navigationBarTitleText: '托管设置' });
