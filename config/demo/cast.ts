/** The named people of the demo community; scenarios and pictures speak of them. */
import type { GrantedRole } from '../../types/contract';
import type { Resident } from '../../types/directory';
import { type CivilDate, civilDate } from '../../types/time';
import { pinyinOf } from './names';

export const COMMUNITY = 'xingfuli';

type Person = Pick<Resident, 'name' | 'categories' | 'allergens' | 'diets'> & {
  id: string;
  pinyin: string;
  birthDate: CivilDate;
  phone?: string;
  cardNo?: string;
  home: [building: number, unit: number, room: string];
};

/** Elders. 王桂兰 has a daughter far away and a smartphone; 赵德福 has neither phone nor family; 孙玉梅 eats no pork and no fish. */
export const elders: readonly Person[] = [
  {
    id: 'r-wangguilan',
    name: '王桂兰',
    pinyin: pinyinOf('wang', 'gui', 'lan'),
    birthDate: civilDate('1948-03-12'),
    phone: '13900000001',
    cardNo: '0037',
    home: [3, 2, '501'],
    categories: ['livesAlone', 'registeredHere'],
    allergens: ['peanut'],
    diets: ['lowSalt', 'soft'],
  },
  {
    id: 'r-zhaodefu',
    name: '赵德福',
    pinyin: pinyinOf('zhao', 'de', 'fu'),
    birthDate: civilDate('1941-11-02'),
    cardNo: '0038',
    home: [3, 1, '102'],
    categories: ['livesAlone', 'lowIncome', 'registeredHere'],
    allergens: [],
    diets: ['soft'],
  },
  {
    id: 'r-sunyumei',
    name: '孙玉梅',
    pinyin: pinyinOf('sun', 'yu', 'mei'),
    birthDate: civilDate('1952-07-30'),
    phone: '13900000003',
    cardNo: '0039',
    home: [5, 1, '302'],
    categories: ['registeredHere'],
    allergens: ['fish'],
    diets: ['noPork'],
  },
];

const plain = { categories: [], allergens: [], diets: [] };

/** Neighbours: 吴建国 lives above 王桂兰, 周志强 above 孙玉梅; three people's mediators, one of them in the unit of 王桂兰. */
export const neighbours: readonly Person[] = [
  {
    id: 'r-wujianguo',
    name: '吴建国',
    pinyin: pinyinOf('wu', 'jian', 'guo'),
    birthDate: civilDate('1978-09-01'),
    phone: '13900000031',
    home: [3, 2, '601'],
    ...plain,
  },
  {
    id: 'r-zhouzhiqiang',
    name: '周志强',
    pinyin: pinyinOf('zhou', 'zhi', 'qiang'),
    birthDate: civilDate('1983-02-14'),
    phone: '13900000032',
    home: [5, 1, '402'],
    ...plain,
  },
  {
    id: 'r-hejing',
    name: '何静',
    pinyin: pinyinOf('he', 'jing'),
    birthDate: civilDate('1970-06-18'),
    phone: '13900000033',
    home: [7, 1, '201'],
    ...plain,
  },
  {
    id: 'r-qianguoqiang',
    name: '钱国强',
    pinyin: pinyinOf('qian', 'guo', 'qiang'),
    birthDate: civilDate('1965-10-05'),
    phone: '13900000034',
    home: [3, 2, '301'],
    ...plain,
  },
  {
    id: 'r-malijuan',
    name: '马丽娟',
    pinyin: pinyinOf('ma', 'li', 'juan'),
    birthDate: civilDate('1975-04-22'),
    phone: '13900000035',
    home: [9, 1, '401'],
    ...plain,
  },
];

export type Member = { openid: string; name: string; phone?: string; residentId?: string; grants: GrantedRole[]; about: string };

/** Everyone one can sign in as. Order is the order on the console. */
export const members: readonly Member[] = [
  { openid: 'wx-limin', name: '李敏', phone: '13900000011', grants: [], about: '王桂兰的女儿，在外地' },
  {
    openid: 'wx-wangguilan',
    name: '王桂兰',
    phone: '13900000001',
    residentId: 'r-wangguilan',
    grants: [],
    about: '78 岁，独居，3栋2单元501',
  },
  {
    openid: 'wx-sunyumei',
    name: '孙玉梅',
    phone: '13900000003',
    residentId: 'r-sunyumei',
    grants: [],
    about: '74 岁，不吃猪肉，鱼过敏',
  },
  {
    openid: 'wx-wujianguo',
    name: '吴建国',
    phone: '13900000031',
    residentId: 'r-wujianguo',
    grants: [],
    about: '3栋2单元601，王桂兰楼上',
  },
  {
    openid: 'wx-hejing',
    name: '何静',
    phone: '13900000033',
    residentId: 'r-hejing',
    grants: ['mediator'],
    about: '人民调解员，住 7 栋',
  },
  {
    openid: 'wx-qianguoqiang',
    name: '钱国强',
    phone: '13900000034',
    residentId: 'r-qianguoqiang',
    grants: ['mediator'],
    about: '人民调解员，和王桂兰同一个单元',
  },
  {
    openid: 'wx-malijuan',
    name: '马丽娟',
    phone: '13900000035',
    residentId: 'r-malijuan',
    grants: ['mediator'],
    about: '军嫂调解室，人民调解员',
  },
  { openid: 'wx-fanglvshi', name: '方律师', phone: '13900000036', grants: ['mediator'], about: '社区法律顾问' },
  { openid: 'wx-liushifu', name: '刘师傅', phone: '13900000021', grants: ['canteen'], about: '食堂' },
  { openid: 'wx-chenshegong', name: '陈社工', phone: '13900000022', grants: ['gridLead'], about: '第一网格网格长' },
  {
    openid: 'wx-dengqiang',
    name: '邓强',
    phone: '13900000037',
    grants: ['volunteer'],
    about: '外卖骑手，新火先锋队送餐志愿者',
  },
  { openid: 'wx-zhouzhuren', name: '周主任', phone: '13900000023', grants: ['office', 'admin'], about: '社区居委会' },
];

/** Not yet in the community: to try joining. */
export const strangers: readonly Pick<Member, 'openid' | 'name' | 'phone' | 'about'>[] = [
  { openid: 'wx-newcomer', name: '林涛', phone: '13900000099', about: '还没有加入，手机号在花名册里' },
  { openid: 'wx-passerby', name: '张伟', phone: '13911111111', about: '还没有加入，手机号不在花名册里' },
];
