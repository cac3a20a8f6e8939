export default definePageConfig({ navigationBarTitleText: '免费体检' });
