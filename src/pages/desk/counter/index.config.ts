export default definePageConfig({ navigationBarTitleText: '取餐核销' });
