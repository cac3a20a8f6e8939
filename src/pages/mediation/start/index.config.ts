export default definePageConfig({ navigationBarTitleText: '邻里调解', enableShareAppMessage: true });
