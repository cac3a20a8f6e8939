/** What the care says when the answer is no. Brought along by the doors of its pages and of its desk. */
import type { CareContract } from '../../../types/care';
import { clockText, dateText, dayOf, type Instant, minuteOf } from '../../../types/time';
import { type Says, sentence } from '../../services/sentences';

const moment = (at: string | number): string => {
  const instant = Number(at) as Instant;
  return `${dateText(dayOf(instant))} ${clockText(minuteOf(instant))}`;
};

export const careSays: Says<CareContract> = {
  // The child and its guardians
  NOT_YOUR_CHILD: sentence('没有找到这个孩子', '只有监护人和托管老师能看。请让孩子的监护人邀请您。'),
  OTHER_DECIDES: sentence('这件事由另一位监护人决定', '社区按登记的情况办理。有疑问请联系社区办公室。'),
  CONSENT_NEEDED: sentence('还没有同意托管的知情同意书', '不同意就不能保存孩子的信息，也不能报名。请先读一读，再决定。'),
  CONSENT_CHANGED: sentence('同意书刚刚更新了', '请返回，读一读新的内容，再决定。'),
  NO_HEALTH_CONSENT: sentence('没有同意保存健康信息', '需要的话，请先在“知情同意”里同意，再填写。'),
  NO_PICTURE_CONSENT: sentence('监护人没有同意拍照', '请只写文字，不要拍这个孩子。'),
  TOO_MANY_CHILDREN: sentence('登记的孩子已经够多了', '请联系托管老师。'),
  BIRTH_DATE: sentence('出生日期不对', '请核对孩子的出生日期。'),
  UNKNOWN_HOME: sentence('没有这个楼栋或单元', '请重新选择住址，也可以不填。'),
  STILL_ENROLLED: sentence('孩子还报着班', '请先退出所有班次，再删除孩子的信息。'),
  TOO_MANY_GUARDIANS: sentence('监护人已经满了', '其他人可以登记为接送人。'),
  ALREADY_INVITED: sentence('已经邀请过这位监护人', '请让对方打开小程序，在“托管”里接受邀请。'),
  INVITATION_OVER: sentence('这个邀请已经处理过了', '如果还需要，请让孩子的监护人再邀请一次。'),
  LAST_GUARDIAN: sentence('孩子只剩这一位监护人', '请先让另一位监护人接受邀请。'),
  OFFICE_DECIDES: sentence('您不能取消另一位监护人', '如有争议，请带上材料找社区办公室登记。'),
  TOO_MANY_ADULTS: sentence('接送人已经满了', '请先取消一位，再添加。'),
  PERSON_BARRED: sentence('按登记的情况，这个人不能接孩子', '有疑问请联系社区办公室。'),
  UNKNOWN_ADULT: sentence('没有找到这个人', '可能已经取消了，请刷新后再看。'),
  SEAL_KEY_MISSING: sentence('系统还没有配置加密密钥', '为了保护孩子，先不保存这些内容。请联系管理员。'),
  SEAL_BROKEN: sentence('这份内容打不开', '请联系管理员。'),
  // Signing up
  CLASS_NOT_OPEN: sentence('这个班没有在报名', '请看看别的班。'),
  SIGNUP_NOT_YET: ({ at }) => ({ title: at ? `${moment(at)}开始报名` : '还没有开始报名', next: '到时间再来，不用提前排队。' }),
  SIGNUP_OVER: sentence('报名已经结束', '请打托管电话问问有没有空位。'),
  OUTSIDE_AGES: ({ min, max }) => ({
    title: min ? `这个班收 ${min} 到 ${max} 岁的孩子` : '孩子的年龄不合适',
    next: '请看看别的班。',
  }),
  ALREADY_SIGNED_UP: sentence('这个班已经报过了', '在“我的报名”里可以看到结果。'),
  CLASSES_OVERLAP: ({ name }) => ({
    title: name ? `时间和“${name}”重叠` : '时间和已经报的班重叠',
    next: '想换班，请在原来的班次里点“换班”。',
  }),
  UNKNOWN_PRIORITY: sentence('没有这一类优先', '请重新选择，也可以不选。'),
  DOCUMENT_NEEDED: ({ name }) => ({ title: name ? `请先拍一张${name}` : '请先拍证明材料', next: '拍好再提交；也可以不选优先。' }),
  NOT_OUR_FILE: sentence('这张图片没有传好', '请重新拍照，再提交。'),
  NO_OFFER: sentence('现在没有等您确认的名额', '请刷新后再看。'),
  OFFER_OVER: sentence('确认的时间过了', '名额已经给了下一位。可以重新报名，排到候补。'),
  NOT_ENROLLED: sentence('孩子没有报这个班', '请刷新名单，或先报名。'),
  NO_DRAW: sentence('这个班不抽签', '先到先得，满了排候补。'),
  DRAW_DONE: sentence('已经抽过签了', '不能再改。'),
  NO_PRIORITY: sentence('这个报名没有申请优先', '不用审核。'),
  // The day
  LEAVE_CUTOFF: ({ at }) => ({
    title: at ? `${moment(at)}以后不能在手机上请假` : '请假的时间过了',
    next: '请打电话告诉托管老师，老师可以帮您记。',
  }),
  NO_CARE_THAT_DAY: sentence('这一天没有托管', '请看看日历，选别的日子。'),
  NO_LEAVE: sentence('这一天没有请假', '不用取消。'),
  ALREADY_HERE: ({ name }) => ({ title: name ? `${name}已经签到了` : '孩子已经签到了', next: '不用再操作。' }),
  ALREADY_GONE: ({ name, at }) => ({
    title: name && at ? `${moment(at)}已由${name}接走` : '孩子已经被接走了',
    next: '如果不是您知道的人，请马上打托管电话。',
  }),
  NOT_HERE: sentence('孩子现在没有签到', '请先核对名单，再操作。'),
  DAY_CLOSED: sentence('今天的班已经结束', '要改动，请联系社区办公室。'),
  NOT_ON_DUTY: sentence('只有今天值班的老师能看', '请先在这个班点“我来值班”。'),
  // Pick-up
  UNKNOWN_PICKUP_CODE: sentence('没有找到这个接送码', '请让对方刷新后再出示，或用孩子姓名的拼音查找，再核对接送人。'),
  WRONG_PICKUP_CODE: sentence('接送码和这位接送人对不上', '先不要放人。请打电话问监护人。'),
  NOT_AUTHORISED: sentence('这个人现在不能接这个孩子', '先不要放人。请打电话问监护人，监护人可以在手机上临时授权。'),
  CHILDREN_STILL_HERE: ({ count }) => ({
    title: count ? `还有 ${count} 个孩子没有接走` : '还有孩子没有接走',
    next: '孩子都接走了，才能结束今天的班。',
  }),
  CLASS_NOT_OVER: sentence('还没有到下课时间', '下课以后再结束。'),
  // The office
  TERM_DATES: sentence('学期的日期不对', '结束要晚于开始，假期要在学期之内。'),
  CLASS_TIMES: sentence('班次的时间、年龄或名额不对', '结束要晚于开始，最大年龄不小于最小年龄，预留名额不超过总名额。'),
  SIGNUP_TIMES: sentence('报名的时间不对', '截止要晚于开始，而且要在学期结束之前。'),
  FEE_TOO_MUCH: ({ max }) => ({
    title: max ? `最多只能记 ¥${Number(max) / 100}` : '金额超过了',
    next: '请核对金额，再提交。',
  }),
  RECEIPT_USED: sentence('这个收据号已经用过了', '请核对收据上的号码。'),
  TOO_MANY_LINES: sentence('这个报名的收费记录太多了', '请联系社区办公室。'),
  DOUBLE_ENTRY: sentence('有两条设置重复了', '请删掉其中一条。'),
  CONSENT_VERSION: sentence('同意书改了内容，版本号没有加', '改了内容请把版本号加一，系统会重新征求同意。'),
  IMPORT_RUNNING: sentence('正在导入', '请等它完成。'),
  NOTHING_IN_LIST: sentence('这里还没有内容', '请选别的班次或月份。'),
};
