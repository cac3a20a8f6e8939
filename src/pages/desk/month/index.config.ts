export default definePageConfig({ navigationBarTitleText: '用餐月表' });
