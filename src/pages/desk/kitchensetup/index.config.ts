export default definePageConfig({ navigationBarTitleText: '后厨设置' });
