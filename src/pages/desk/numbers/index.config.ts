export default definePageConfig({ navigationBarTitleText: '用餐数据' });
