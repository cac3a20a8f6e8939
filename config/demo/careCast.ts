/** The people of the care in the demo community: its teacher, a mother, children with the grown-ups around them. */
import type { Child, Guardian } from '../../types/care';
import { type CivilDate, civilDate, DAY_MS, type Instant } from '../../types/time';
import type { Member } from './cast';
import { anyName, dice, pinyinOf } from './names';

/** Only with the care: its teacher, and a mother. */
export const careMembers: readonly Member[] = [
  { openid: 'wx-linlaoshi', name: '林老师', phone: '13900000051', grants: ['care'], about: '四点半学堂的老师' },
  { openid: 'wx-chenjing', name: '陈静', phone: '13900000052', grants: [], about: '吴小雨的妈妈' },
];

export type Named = {
  id: string;
  name: string;
  pinyin: string;
  birthDate: CivilDate;
  schoolClass: string;
  guardians: Guardian[];
} & Partial<Child>;
const guardian = (id: string, name: string, relation: string, phone: string, over: Partial<Guardian> = {}): Guardian => ({
  id,
  name,
  relation,
  phone,
  status: 'confirmed',
  since: 0 as Instant,
  ...over,
});

/** 吴小雨 is allergic to peanuts and has a mother, a father and a grandmother; 周乐乐's uncle must not have her. */
function named(now: Instant): Named[] {
  const since = (now - 60 * DAY_MS) as Instant;
  const father = guardian('g-wujianguo', '吴建国', '父亲', '13900000031', {
    accountId: 'wx-wujianguo',
    residentId: 'r-wujianguo',
    since,
  });
  const mother = guardian('g-chenjing', '陈静', '母亲', '13900000052', { accountId: 'wx-chenjing', since });
  const zhou = guardian('g-zhouzhiqiang', '周志强', '父亲', '13900000032', { status: 'invited', invitedBy: '林老师', since });
  const grandma = {
    id: 'p-wunainai',
    name: '吴秀英',
    relation: '奶奶',
    phone: '13900000061',
    by: father.id,
    byName: '吴建国',
    at: since,
  };
  const sun = {
    id: 'p-sunyumei',
    name: '孙玉梅',
    relation: '外婆',
    phone: '13900000003',
    accountId: 'wx-sunyumei',
    by: 'office',
    byName: '林老师',
    at: since,
  };
  return [
    {
      id: 'k-wuxiaoyu',
      name: '吴小雨',
      pinyin: pinyinOf('wu', 'xiao', 'yu'),
      birthDate: civilDate('2017-05-20'),
      schoolClass: '三年级2班',
      guardians: [father, mother],
      adults: [grandma],
      hasHealth: true,
    },
    {
      id: 'k-zhoulele',
      name: '周乐乐',
      pinyin: pinyinOf('zhou', 'le', 'le'),
      birthDate: civilDate('2018-02-11'),
      schoolClass: '二年级1班',
      guardians: [zhou],
      adults: [sun],
      custody: { barred: [{ name: '周大勇', relation: '叔叔' }], by: 'wx-zhouzhuren', byName: '周主任', at: since },
    },
  ];
}

const CHILDREN = 30;
function others(now: Instant): Named[] {
  const roll = dice(20261122);
  return Array.from({ length: CHILDREN }, (_unused, i) => {
    const { name, pinyin } = anyName(roll);
    const phone = `138${String(20_000_000 + i)}`;
    const parent = guardian(`g-demo${i + 1}`, `${name.slice(0, 1)}女士`, '母亲', phone, { since: now });
    const birthDate = civilDate(`${2014 + (i % 6)}-0${1 + (i % 9)}-1${i % 9}`);
    return {
      id: `k-demo${i + 1}`,
      name,
      pinyin: pinyin ?? '',
      birthDate,
      schoolClass: `${'一二三四五六'[5 - (i % 6)]}年级${1 + (i % 3)}班`,
      guardians: [parent],
    };
  });
}

export const childrenOf = (now: Instant): Named[] => [...named(now), ...others(now)];
