export default definePageConfig({ navigationBarTitleText: '外出报备' });
