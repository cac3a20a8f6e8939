export default definePageConfig({ navigationBarTitleText: '出事先找谁' });
