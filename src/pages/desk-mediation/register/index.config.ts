export default definePageConfig({ navigationBarTitleText: '调解登记簿' });
