export default definePageConfig({ navigationBarTitleText: '名卡' });
