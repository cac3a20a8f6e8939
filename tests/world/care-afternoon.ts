/** An afternoon of the care, as far as the desk's tests want it: a term, three classes, a dozen children, two families with everything. */
import type { CareContract } from '../../types/care';
import type { InputOf } from '../../types/contract';
import type { Fen } from '../../types/money';
import { addDays, civilDate, instantAt, readClock } from '../../types/time';
import type { Person, World } from '.';

const at = (text: string) => readClock(text)!;

/** 刘雨桐 … : the names of children whose guardians signed on paper. */
const NAMES = [
  '刘雨桐',
  '王小明',
  '陈子涵',
  '赵一诺',
  '周浩然',
  '吴思远',
  '郑可欣',
  '孙宇航',
  '马欣怡',
  '朱梓轩',
  '胡诗涵',
  '林嘉怡',
];

export interface Afternoon {
  office: Person;
  /** 吴建国, with his daughter 吴小雨. */
  father: Person;
  daughterId: string;
  /** 四点半一班, 16:30–18:00, and 晚间班, 18:00–20:00. */
  classId: string;
  eveningId: string;
  /** 小班, three places: full, with a waitlist. */
  smallId: string;
  /** By name. */
  children: Map<string, string>;
}

const classOf = (termId: string, world: World): Omit<InputOf<CareContract, 'saveClass'>, 'name' | 'kind' | 'from' | 'to'> => ({
  termId,
  place: '二楼活动室',
  weekdays: [1, 2, 3, 4, 5],
  capacity: 40,
  reserved: 0,
  ratio: 8,
  fee: 30000 as Fen,
  minAge: 5,
  maxAge: 13,
  mode: 'firstCome',
  opensAt: instantAt(addDays(world.today, -7), at('08:00')),
  closesAt: instantAt(addDays(world.today, 20), at('18:00')),
});

async function classesOf(office: Person, world: World) {
  const term = await office.care('saveTerm', {
    name: '2026年秋季',
    first: civilDate('2026-09-01'),
    last: civilDate('2027-01-22'),
    holidays: [],
  });
  const common = classOf(term.id, world);
  const made = [
    { ...common, kind: 'afternoon', name: '四点半一班', from: at('16:30'), to: at('18:00'), meal: 'dinner' },
    { ...common, kind: 'evening', name: '晚间班', from: at('18:00'), to: at('20:00'), fee: 0 as Fen },
    { ...common, kind: 'noon', name: '午休小班', from: at('11:50'), to: at('13:30'), capacity: 3 },
  ] as const;
  const ids: string[] = [];
  for (const input of made) {
    const cls = await office.care('saveClass', { ...input, weekdays: [...input.weekdays] });
    await office.care('stepClass', { id: cls.id, status: 'open' });
    ids.push(cls.id);
  }
  return ids as [string, string, string];
}

/** Said yes to everything that is asked. */
async function daughterOf(father: Person): Promise<string> {
  const { texts } = await father.care('consentTexts', {});
  const said = texts.map(({ purpose, version }) => ({ purpose, version, given: true }));
  const { childId } = await father.care('addChild', {
    name: '吴小雨',
    birthDate: civilDate('2017-05-20'),
    school: '幸福路小学',
    schoolClass: '三年级2班',
    relation: '父亲',
    said,
  });
  const health = { allergens: ['peanut' as const], diets: [], note: '哮喘，喷雾在书包里', emergency: '姑姑 13900000077' };
  await father.care('saveHealth', { childId, health });
  await father.care('addAdult', { childId, name: '张秀英', relation: '外婆', phone: '13900000078' });
  await father.care('addAdult', { childId, name: '吴国强', relation: '爷爷' });
  return childId;
}

/** The afternoon before anybody has come. */
export async function openAfternoon(world: World): Promise<Afternoon> {
  const [office, father] = await Promise.all([world.as('wx-zhouzhuren'), world.as('wx-wujianguo')]);
  const [classId, eveningId, smallId] = await classesOf(office, world);
  const daughterId = await daughterOf(father);
  const children = new Map([['吴小雨', daughterId]]);
  await father.care('signUp', { classId, childId: daughterId });
  for (const [i, name] of NAMES.entries()) {
    const child = {
      name,
      birthDate: civilDate(`201${6 + (i % 3)}-0${1 + (i % 9)}-12`),
      school: '幸福路小学',
      schoolClass: `${'一二三'[i % 3]}年级${1 + (i % 4)}班`,
      guardian: { name: `${name.slice(0, 1)}家长`, relation: i % 2 ? '父亲' : '母亲', phone: `139000001${String(10 + i)}` },
      paper: ['care' as const],
    };
    const { childId } = await office.care('enrolFor', { child, classId });
    children.set(name, childId);
    if (i < 5) await office.care('enrolFor', { child: { childId }, classId: smallId });
    if (i > 5) await office.care('enrolFor', { child: { childId }, classId: eveningId });
    if (i % 3 === 0) await office.care('addAdult', { childId, name: `${name.slice(0, 1)}奶奶`, relation: '奶奶' });
  }
  return { office, father, daughterId, classId, eveningId, smallId, children };
}

/** Half past five: eight are here, one is on leave, two were asked about and rung about, one was collected. */
export async function toHalfPastFive(world: World, { office, father, daughterId, classId, children }: Afternoon): Promise<void> {
  const id = (name: string) => children.get(name)!;
  await office.care('giveLeave', { classId, childId: id('马欣怡'), day: world.today, reason: '发烧' });
  await world.at('16:32');
  await office.care('startDuty', { classId });
  for (const name of ['吴小雨', '刘雨桐', '王小明', '陈子涵', '赵一诺', '周浩然', '吴思远', '郑可欣', '孙宇航'])
    await office.care('signIn', { classId, childId: id(name), how: 'tap' });
  await office.care('addActivity', { classId, what: 'homework', text: '' });
  await world.at('16:42');
  await world.settle();
  await world.at('17:10');
  await world.settle();
  const { calls } = await office.care('board', {});
  if (calls[0]) await office.care('recordCall', { id: calls[0].id, reached: false, text: '关机' });
  await world.at('17:20');
  const roll = await office.care('roll', { classId });
  const day = (name: string) => roll.rows.find(row => row.name === name)!.id;
  await office.care('saveDay', { id: day('刘雨桐'), doing: 'chess', ate: 'all', note: '作业写完了，口算全对' });
  await father.care('addTemporary', { attendanceId: day('吴小雨'), name: '李邻居', relation: '邻居', text: false });
  const barred = [{ name: '吴二', relation: '叔叔' }];
  await office.care('saveCustody', { childId: daughterId, barred, note: '派出所告诫书', end: [] });
  const adult = (await office.care('checkPickup', { text: '刘雨桐' })).matches[0]!.adults.find(
    ({ authorised }) => authorised.ok,
  )!;
  await office.care('release', { id: day('刘雨桐'), adultId: adult.id, how: 'look' });
  await world.at('17:30');
}
