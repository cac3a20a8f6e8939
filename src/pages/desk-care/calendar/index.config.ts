export default definePageConfig({ navigationBarTitleText: '托管日历' });
