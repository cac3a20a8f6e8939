/** How notices are said in messages and workbooks. */
import type { DoorOutcome, NoticeCategory, Progress, WayToRead } from '../../types/notices';

/** Short enough for a variable of a text message, six characters. */
export const CATEGORY_WORD: Record<NoticeCategory, string> = {
  utilities: '停水停电',
  weather: '天气预警',
  health: '健康卫生',
  safety: '安全提醒',
  activity: '社区活动',
  service: '便民服务',
  other: '社区通知',
};

export const WAY_TEXT: Record<WayToRead, string> = {
  account: '本人微信',
  family: '家人微信',
  phone: '只有电话',
  none: '需要上门',
};
export const PROGRESS_TEXT: Record<Progress, string> = { new: '未读', read: '已读', confirmed: '已确认' };
export const DOOR_TEXT: Record<DoorOutcome, string> = { none: '', notHome: '没人在家', told: '已当面告知' };
