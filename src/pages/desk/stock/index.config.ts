export default definePageConfig({ navigationBarTitleText: '备料和剩余' });
