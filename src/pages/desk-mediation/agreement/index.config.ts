export default definePageConfig({ navigationBarTitleText: '写调解协议' });
