export default definePageConfig({ navigationBarTitleText: '今天的情况' });
