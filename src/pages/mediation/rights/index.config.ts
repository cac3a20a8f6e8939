export default definePageConfig({ navigationBarTitleText: '权利义务告知书' });
