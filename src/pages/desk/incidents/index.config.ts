export default definePageConfig({ navigationBarTitleText: '预警月报' });
