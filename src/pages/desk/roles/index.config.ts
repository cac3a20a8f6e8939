export default definePageConfig({ navigationBarTitleText: '人员权限' });
