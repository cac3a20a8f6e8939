export default definePageConfig({ navigationBarTitleText: '防走失码' });
