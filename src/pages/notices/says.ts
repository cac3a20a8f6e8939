/** What the screens of notices say when the answer is no. */
import type { NoticesContract } from '../../../types/notices';
import { type Says, sentence } from '../../services/sentences';

export const noticesSays: Says<NoticesContract> = {
  NOT_SENT_TO_YOU: sentence('这条通知没有发给您', '如果您觉得应该收到，请打社区电话问一问。'),
  NO_CONFIRMATION_ASKED: sentence('这条通知不用确认', '看过就可以了。'),
  ALREADY_CONFIRMED: sentence('已经确认过了', '不用再点。'),
  ALREADY_RECALLED: sentence('这条通知已经撤回了', '请看更正的内容。'),
  NOT_YOURS_TO_SEND: sentence('您不能发这条通知', '请找社区办公室帮您发。'),
  EMERGENCY_BY_OFFICE: sentence('紧急通知由社区办公室发', '请马上打电话告诉社区办公室。'),
  NOTICE_IS_OUT: sentence('这条通知已经发出去了', '要改内容的话，请撤回并写明更正。'),
  ENDS_BEFORE_START: sentence('结束时间早于开始时间', '请改一下时间。'),
  EXPIRES_TOO_EARLY: sentence('过期时间太早了', '请选发送之后的时间。'),
  UNKNOWN_FILE: sentence('图片或附件没有传上去', '请重新上传。'),
  BLANKS_LEFT: sentence('还有【】没有填', '请把标题和正文里的【】都换成实际内容。'),
  UNKNOWN_GROUP: sentence('选的分组已经解散了', '请重新选择发给谁。'),
  NOBODY_MEANT: sentence('照这样选，一个人也没有', '请放宽条件，再预览一次。'),
  PREVIEW_FIRST: sentence('内容或人员改过了', '请重新预览，看清楚发给谁，再发送。'),
  TEXT_RISKY: sentence('文字没有通过微信的内容检查', '请修改文字，再预览一次。'),
  PAST_TIME: sentence('定时的时间已经过了', '请选以后的时间，或者马上发送。'),
  NOT_WAITING_FOR_EYES: sentence('这条通知不用审核了', '它已经被处理，或作者收回了。'),
  OTHER_EYES_NEEDED: sentence('自己写的不能自己审核', '请另一位办公室同事来看。'),
  NOT_OUT: sentence('这条通知还没有发出去', '发送以后才能做这件事。'),
  REMINDED_LATELY: ({ minutes }) => ({
    title: '刚刚提醒过',
    next: minutes ? `请过 ${minutes} 分钟再提醒，免得打扰大家。` : '请过一会儿再提醒，免得打扰大家。',
  }),
  NOTICE_IS_OVER: sentence('这条通知已经过期', '不用再提醒了。'),
  NO_DOOR_LIST: sentence('这条通知没有上门名单', '需要的话，请在进度页点“列出上门名单”。'),
  GROUP_KEPT_ELSEWHERE: sentence('这个分组不在这里维护', '它由托管班或志愿队自己更新。'),
  NOBODY_FOUND: sentence('表里的人在名册里一个也没找到', '请核对姓名、手机号或卡号。'),
  NOT_PUBLIC: sentence('这条通知没有勾选“可以转发”', '要转发或印海报，请撤回后重新发一条。'),
  NO_GROUP: sentence('不是从微信群里打开的', '不影响您看通知。'),
  DOUBLE_TEMPLATE: sentence('有两个模板名字相同', '请给其中一个换个名字。'),
};
