export default definePageConfig({ navigationBarTitleText: '社区食堂', enableShareAppMessage: true });
