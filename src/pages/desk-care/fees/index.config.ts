export default definePageConfig({ navigationBarTitleText: '托管收费' });
