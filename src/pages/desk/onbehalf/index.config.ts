export default definePageConfig({ navigationBarTitleText: '代订餐' });
