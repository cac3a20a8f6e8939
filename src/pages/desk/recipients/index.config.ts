export default definePageConfig({ navigationBarTitleText: '送餐对象' });
