export default definePageConfig({ navigationBarTitleText: '托管的孩子' });
