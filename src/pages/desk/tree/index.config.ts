export default definePageConfig({ navigationBarTitleText: '楼栋网格' });
