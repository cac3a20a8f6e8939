export default definePageConfig({ navigationBarTitleText: '代办调解申请' });
