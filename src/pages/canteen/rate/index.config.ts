export default definePageConfig({ navigationBarTitleText: '给饭菜打分' });
