/** What the roster, the tree and the roles say to the office when the answer is no. Brought along by the desk's door. */
import type { PeopleContract } from '../../../types/people';
import { type Says, sentence } from '../../services/sentences';

export const peopleSays: Says<PeopleContract> = {
  NOT_WAITING: sentence('这个申请已经处理过了', '请刷新名单。'),
  RESIDENT_TAKEN: sentence('这位居民已经绑定了别的微信', '确认是本人换了微信后，可以选“换成新的微信”。'),
  PLACE_HAS_RESIDENTS: ({ name }) => ({
    title: `${name || '这里'}还住着居民，不能删除`,
    next: '请先在“居民”里把他们改到别的单元，再删除。',
  }),
  TREE_CHANGED: sentence('别的同事刚刚改过楼栋网格', '请点“放弃修改”，看过新的内容再改。'),
  CARD_TAKEN: sentence('这个卡号已经有人用了', '请核对卡号。'),
  RESIDENT_EXISTS: sentence('名册里已经有这位居民', '请搜索姓名，直接修改原来的记录。'),
  BIRTH_IN_FUTURE: sentence('出生日期还没有到', '请核对出生日期。'),
  ROLE_NOT_YOURS_TO_GIVE: sentence('您不能授予或收回这个角色', '请找社区管理员办理。'),
  SCOPE_NEEDED: sentence('还没有选负责的范围', '请选择网格、楼栋或单元。'),
  NO_RESIDENTS: sentence('这里还没有居民', '请先导入名册，或添加居民。'),
};
