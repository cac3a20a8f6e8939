/**
 * What the screen says when the answer is no: what happened, and what to do next. One sentence for every code that any action declares;
 * a code without its sentence does not compile. A domain outside the main package brings its own with its door (`door(name, says)`). Written for somebody of seventy who has never heard the word "server".
 */
import type { MainCode } from '../../types/codes';
import type { Contract, Details, ErrorsOf } from '../../types/contract';
import { clockText, dateText, dayOf, type Instant, minuteOf } from '../../types/time';

export type Sentence = { title: string; next: string };

const momentText = (at: string | number): string => {
  const instant = Number(at) as Instant;
  return `${dateText(dayOf(instant))} ${clockText(minuteOf(instant))}`;
};

export type Saying = (details: Details) => Sentence;
/** The refusals of a domain that the main package has no sentence for. */
export type OwnCode<C extends Contract> = Exclude<ErrorsOf<C>, MainCode>;
export type Says<C extends Contract> = Record<OwnCode<C>, Saying>;

export const sentence = (title: string, next: string) => (): Sentence => ({ title, next });

export const sentences: Record<MainCode, Saying> = {
  // The phone itself
  OFFLINE: sentence('手机没有连上网', '请打开网络后，再点一次“重试”。'),
  TIMEOUT: sentence('网络有点慢，没有等到结果', '请点“重试”。放心，不会重复办理。'),
  NOT_A_PICTURE: sentence('这个文件不是照片，或者打不开', '请换一张 JPG 或 PNG 的照片。'),
  // The door
  UNKNOWN_ACTION: sentence('这个功能需要新版本', '请关掉小程序，过一会儿再打开。'),
  NOT_SIGNED_IN: sentence('还没有登录', '请先登录，再回来办理。'),
  NOT_ALLOWED: sentence('这里只有相关人员能看', '如果您需要办理，请联系社区工作人员。'),
  BAD_INPUT: sentence('填写的内容有误', '请检查后再提交。'),
  TOO_LARGE: sentence('内容太多了', '请删减一些，再提交。'),
  NOT_FOUND: sentence('没有找到', '它可能已经被撤下了，请返回看看别的。'),
  BUSY: sentence('现在办理的人很多', '请稍等几秒，再点“重试”。'),
  INTERNAL: sentence('系统出了点问题', '请过一会儿再试。还是不行，请打社区电话。'),
  // Meals
  NOT_YOUR_ELDER: sentence('您还没有和这位老人关联', '请在“我的家人”里申请关联，老人或社区确认后就可以帮忙订餐。'),
  DINER_LEFT: sentence('这位居民已经不在本社区', '如果信息有误，请联系社区工作人员。'),
  UNKNOWN_DISH: sentence('这道菜刚刚换了', '请返回菜单，重新选一次。'),
  TOO_MANY_PORTIONS: ({ max }) => ({ title: max ? `一餐最多订 ${max} 份` : '订的份数太多了', next: '请减少份数，再提交。' }),
  CUTOFF_PASSED: ({ at }) => ({
    title: at ? `${momentText(at)}已经截止` : '已经过了截止时间',
    next: '您可以看看后面几天，或打电话问食堂。',
  }),
  KITCHEN_CLOSED: ({ reason }) => ({ title: reason ? `这一餐停餐：${reason}` : '这一餐食堂不开', next: '请看看别的日子。' }),
  SOLD_OUT: sentence('这一餐已经订满了', '请看看别的餐次，或打电话问食堂有没有人退订。'),
  ALREADY_BOOKED: sentence('这一餐已经订过了', '要改的话，请先取消原来的，再重新订。'),
  NOT_ELIGIBLE: sentence('这一天还不能送餐上门', '请先申请送餐，社区同意后就可以选。也可以选自取。'),
  ALREADY_CANCELLED: sentence('这一单已经取消了', '不用再操作。想吃的话可以重新订。'),
  ALREADY_REDEEMED: sentence('这一单已经取过餐了', '如果不是您本人取的，请马上告诉食堂。'),
  // Kitchen and office
  PAST_DAY: sentence('这一天已经过去了', '请选今天或以后的日子。'),
  NOTHING_TO_EXPORT: sentence('这个月没有订餐记录', '请选别的月份。'),
  // Joining and belonging
  DESK_EXPIRED: sentence('电脑上的登录码过期了', '请在电脑上换一个新的码，再扫一次。'),
  ALREADY_MEMBER: sentence('您已经加入了社区', '不用再申请，回到首页就能用。'),
  UNKNOWN_COMMUNITY: sentence('没有找到这个社区', '请返回，重新选择社区。'),
  PHONE_NOT_AVAILABLE: sentence('没有拿到手机号', '请再试一次，或不填手机号，由社区工作人员核对。'),
  OUTSIDE_YOUR_PART: sentence('这不在您负责的范围内', '请找负责这一片的同事，或联系社区办公室。'),
  JOIN_FIRST: sentence('请先加入社区', '加入后就可以关联家人。'),
  ELDER_NOT_FOUND: sentence('没有找到这位老人', '请核对姓名和信息，或请社区工作人员帮您关联。'),
  TOO_MANY_TRIES: sentence('今天试的次数太多了', '请明天再试，或请社区工作人员帮忙。'),
  ALREADY_BOUND: sentence('您已经申请或关联过这位老人', '请在“我的家人”里查看。'),
  FAMILY_FULL: sentence('这位老人关联的家人已经满了', '请先解除一位，再来申请。'),
  CANNOT_BIND_SELF: sentence('这就是您自己', '给自己订餐不用关联。'),
  BINDING_CLOSED: sentence('这个关联已经处理过了', '请刷新后查看。'),
  NO_DATA_OF_YOURS: sentence('这里没有您的个人资料', '您还没有加入社区，不用办理。'),
  CONFIRMATION_WRONG: sentence('确认的文字不对', '请照着提示的文字，一字不差地填写。'),
  LAST_ADMIN: sentence('这是最后一位管理员', '请先让另一个人成为管理员。'),
  // Places and imports
  NOT_A_MEMBER: sentence('这个人还没有加入社区', '请先通过他的加入申请。'),
  UNKNOWN_PLACE: sentence('没有这个网格、楼栋或单元', '请重新选择，或先在“楼栋网格”里添加。'),
  DOUBLE_NAME: ({ name }) => ({
    title: name ? `有两个地方都叫“${name}”` : '有两个地方名字相同',
    next: '请给其中一个换个名字。',
  }),
  FILE_TOO_LARGE: sentence('文件太大了', '请分成几个小一点的文件导入。'),
  NOT_A_WORKBOOK: sentence('打不开这个文件', '请用 Excel 另存为 .xlsx，再导入。'),
  WRONG_HEADERS: ({ missing }) => ({
    title: missing ? `表头缺少：${missing}` : '表头和模板不一样',
    next: '请下载模板，照着它的第一行填写。',
  }),
  MERGED_CELLS: sentence('表里有合并的单元格', '请在 Excel 里取消合并，再导入。'),
  NOTHING_TO_IMPORT: sentence('表里没有可以导入的内容', '请检查是不是选错了文件。'),
  IMPORT_OUT_OF_DATE: sentence('名册在您核对期间改动过', '请重新上传文件，再核对一次。'),
  // Setting up
  ALREADY_SET_UP: sentence('社区已经建好了', '请找现在的管理员给您授权。'),
  WRONG_SETUP_CODE: sentence('开通码不对', '请核对部署时设定的开通码。'),
};

const learnt = new Map<string, Saying>();
/** A domain's own sentences, from the moment its subpackage is there. */
export const learn = (says: Readonly<Record<string, Saying>>): void => {
  for (const [code, saying] of Object.entries(says)) learnt.set(code, saying);
};

/** The sentence of a code; a code of a newer server that this version does not know reads as a plain failure. */
export function sentenceOf(code: string, details: Details = {}): Sentence {
  const known = sentences[code as MainCode] ?? learnt.get(code) ?? sentences.INTERNAL;
  return known(details);
}

/** A no that another try cannot change: the screen offers a way on instead of 重试. */
export const FINAL: ReadonlySet<string> = new Set<MainCode>([
  'NOT_ALLOWED',
  'NOT_SIGNED_IN',
  'NOT_FOUND',
  'NOT_YOUR_ELDER',
  'UNKNOWN_ACTION',
]);
