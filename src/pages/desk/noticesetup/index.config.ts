export default definePageConfig({ navigationBarTitleText: '分组与设置' });
