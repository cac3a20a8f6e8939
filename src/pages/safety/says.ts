/** What safety says when the answer is no. Brought along by the doors of its pages and of the desk. */
import type { SafetyContract } from '../../../types/safety';
import { type Says, sentence } from '../../services/sentences';

export const safetySays: Says<SafetyContract> = {
  // An alert
  ALERT_ENDED: sentence('这件事已经结束了', '不用再处理。返回可以看到结果。'),
  NOT_YOUR_ALERT: sentence('这件事不归您处理', '如果您知道情况，请打社区电话说一声。'),
  TOO_LATE_TO_CANCEL: sentence('求助已经发出去，撤不回来了', '已经有人知道了。没事的话请点“我没事”，或接电话说一声。'),
  TAKEN_BY_OTHER: ({ name }) => ({
    title: name ? `${name}已经在处理` : '已经有人在处理',
    next: '您可以打电话问问要不要帮忙。',
  }),
  NOT_RAISED: sentence('求助还没有正式发出', '老人可能是按错了。过几秒再看。'),
  NOT_RESPONDER: sentence('现在由别人在处理', '请先点“我来处理”，或请处理的人办。'),
  STILL_HELD: sentence('求助还没有正式发出', '过几秒再解除。'),
  WRONG_DOOR: sentence('扫的不是这一户单元门上的码', '请核对楼栋和单元，或直接点“我到了”。'),
  NOT_A_HELPER: sentence('这个人不在联系名单里', '请刷新名单，重新选一位。'),
  NO_VOLUNTEERS: sentence('还没有选参加演练的人', '请先在设置里选好参加演练的人。'),
  // The elder and the family
  NOT_A_RESIDENT: sentence('名册里还没有您', '请先加入社区，或联系社区工作人员。'),
  ABSENCE_DATES: sentence('外出的日期不对', '回来的日子不能早于出门的日子，也不能是已经过去的日子。'),
  ABSENCE_OVERLAPS: sentence('和另一次外出的日期重叠了', '请先改那一次，或换个日期。'),
  ABSENCE_OVER: sentence('这次外出已经结束了', '不用再改。再出门请重新报备。'),
  NOT_A_RELATIVE: sentence('这位家人已经解除关联', '请刷新后再看。'),
  NO_CONSENT: sentence('老人没有同意给您看', '请和老人商量，老人在“授权与隐私”里可以随时打开。'),
  TESTED_TODAY: sentence('今天已经测试过了', '请看看大家有没有收到，明天可以再测。'),
  SEAL_KEY_MISSING: sentence('健康资料的保密设置还没有做好', '为了保密，现在不能填写和查看。请告诉社区工作人员。'),
  SEAL_BROKEN: sentence('健康资料打不开', '为了安全没有显示出来，请告诉社区工作人员。'),
  // Safe-return codes
  TOO_MANY_CODES: sentence('防走失码已经够多了', '请先停用一个不用的，再领新的。'),
  CODE_REVOKED: sentence('这个码已经停用了', '请直接打社区电话或 110。'),
  NO_WEB_ADDRESS: sentence('社区还没有网页版地址，码印出来打不开', '请让管理员按部署说明填好网页版地址，再来打印。'),
  NO_DOOR_CODES: sentence('这一栋还没有门码', '请先给单元生成门码，再打印。'),
  // Check-up
  TOO_YOUNG: sentence('还没有到免费体检的年龄', '到了年龄，这里会提醒您预约。'),
  SLOT_CLOSED: sentence('这一场不再接受预约', '请选别的日期。'),
  CHECKUP_DONE: sentence('今年已经体检过了', '明年再来预约。'),
  TRANSPORT_TAKEN: sentence('已经有人去接了', '不用再接，谢谢您。'),
  FUTURE_DAY: sentence('这一天还没有到', '请选今天或以前的日子。'),
  // The desk
  WINDOW_BACKWARDS: sentence('结束时间早于开始时间', '请把时间改对，再保存。'),
  GAS_NEEDS_BOTH: sentence('燃气和烟感报警必须同时通知家人和社区', '请在第一步里把家人和社区人员都选上。'),
  KEEPER_FULL: ({ most }) => ({
    title: most ? `一位包保人最多照看 ${most} 位老人` : '这位包保人照看的老人已经满了',
    next: '请换一位包保人。',
  }),
  DOUBLE_SHIFT: sentence('有两个班次重复了', '请删掉其中一个。'),
  NO_DUTY_TO_COPY: sentence('那一周没有排班可以复制', '请选别的一周，或直接排班。'),
  DEVICE_RETIRED: sentence('这台设备已经停用', '要再用的话，请重新登记。'),
};
