export default definePageConfig({ navigationBarTitleText: '导入报名' });
