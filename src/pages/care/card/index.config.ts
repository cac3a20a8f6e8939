export default definePageConfig({ navigationBarTitleText: '接孩子', enableShareAppMessage: true });
