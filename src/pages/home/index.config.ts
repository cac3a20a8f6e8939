export default definePageConfig({ navigationBarTitleText: '近邻', enableShareAppMessage: true });
