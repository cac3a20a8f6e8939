export default definePageConfig({ navigationBarTitleText: '送餐配送' });
