export default definePageConfig({ navigationBarTitleText: '留样' });
