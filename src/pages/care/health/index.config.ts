export default definePageConfig({ navigationBarTitleText: '健康和过敏' });
