export default definePageConfig({ navigationBarTitleText: '饭卡' });
