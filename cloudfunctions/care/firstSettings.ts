import type { CareSettings } from '../../types/care';
import { readClock } from '../../types/time';

const at = (text: string) => readClock(text)!;

/** What a care starts with until the office saves its own. Texts are a beginning, to be read by the community's lawyer. */
export const FIRST_SETTINGS: CareSettings = {
  name: '四点半学堂',
  place: '社区服务中心二楼',
  phone: '',
  days: [],
  priorities: [
    { id: 'hard', name: '困境儿童', rank: 1 },
    { id: 'low', name: '低保家庭', rank: 2, document: '低保证' },
    { id: 'both', name: '双职工家庭', rank: 3, document: '父母双方的单位证明' },
  ],
  offerHours: 24,
  leaveCutoff: 60,
  askAbsentAfter: 10,
  callAfter: 10,
  remindBefore: 15,
  late: [
    { after: 0, who: 'guardians', way: 'text' },
    { after: 10, who: 'adults', way: 'text' },
    { after: 15, who: 'guardians', way: 'call' },
    { after: 20, who: 'staff', way: 'call' },
  ],
  alarmAfter: 15,
  mealsFrom: { lunch: at('08:30'), dinner: at('14:00') },
  consents: [
    {
      purpose: 'care',
      version: 1,
      months: 12,
      text: '为了照看孩子、核对接送人、在紧急情况下联系您，我们保存孩子的姓名、出生日期、学校班级和您填写的接送人。只有托管工作人员看得到，孩子退出后按规定删除。您可以不同意，也可以随时撤回；撤回后，孩子从第二天起不再参加托管。',
    },
    {
      purpose: 'health',
      version: 1,
      months: 12,
      text: '为了不让孩子吃到过敏的东西、生病时处理得当，我们加密保存您填写的健康和过敏信息。只有当天值班的老师看得到，每次查看都有记录，您可以看到是谁看的。您可以不同意，也可以随时撤回；撤回后立即删除。',
    },
    {
      purpose: 'pictures',
      version: 1,
      months: 12,
      text: '老师可能在当天的小结里附上孩子活动的照片，只给这个孩子的监护人看，到期自动删除。您可以不同意，不影响孩子参加托管；也可以随时撤回，撤回后照片马上不再显示。',
    },
  ],
  mostChildren: 5,
  mostAdults: 6,
  pictureDays: 30,
};
