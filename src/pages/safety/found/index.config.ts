export default definePageConfig({ navigationBarTitleText: '帮帮这位老人' });
