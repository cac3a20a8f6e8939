/** What is left to do, put together from what the cloud answered; the most pressing first. */
import type { CanteenContract, Meal } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import type { DeadLetter } from '../../../../types/courier';
import type { PeopleContract } from '../../../../types/people';
import type { SafetyContract } from '../../../../types/safety';
import { addDays, type CivilDate, daysFrom } from '../../../../types/time';
import { clashText } from '../../../../types/words';
import type { Tone } from '../../../components/Tag';
import { handledText, SEVERITY_TEXT } from '../../safety/words';
import { ageText, headText, toneOf } from '../alerts/words';
import { mealText } from '../words';

export interface Task {
  key: string;
  tag: string;
  tone: Tone;
  title: string;
  text: string;
  action: string;
  /** The page where it is done. */
  to: readonly [name: string, query?: Record<string, string>];
}

type Board = OutputOf<SafetyContract, 'board'>;
type Sheet = OutputOf<CanteenContract, 'kitchenSheet'>;
type Menus = OutputOf<CanteenContract, 'menus'>;
type Waiting = OutputOf<PeopleContract, 'waiting'>['accounts'];
type Asked = OutputOf<PeopleContract, 'askedBindings'>['bindings'];

export interface Known {
  today: CivilDate;
  board?: Pick<Board, 'now' | 'alerts'>;
  sheet?: Sheet;
  menus: readonly Menus[];
  waiting?: Waiting;
  asked?: Asked;
  dead?: readonly DeadLetter[];
  /** Buildings in the tree; known to the office alone. */
  buildings?: number;
  /** Of the care; without a child's name. */
  care?: readonly Task[];
  /** Of the mediators; without anybody's name. */
  mediation?: readonly Task[];
}

/** So many days ahead a menu should stand, so that people can book in time. */
const DAYS_AHEAD = 3;

const some = (names: readonly string[]): string => `${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`;

function peopleTasks({ waiting = [], asked = [] }: Known): Task[] {
  const tasks: Task[] = [];
  if (waiting.length > 0) {
    const names = some(waiting.map(account => account.name));
    tasks.push({
      key: 'waiting',
      tag: '加入',
      tone: 'info',
      title: `${waiting.length} 人申请加入`,
      text: names,
      action: '核对',
      to: ['waiting'],
    });
  }
  if (asked.length > 0) {
    const names = some(asked.map(binding => `${binding.name}（${binding.elderName}的${binding.relation}）`));
    const title = `${asked.length} 个家人关联待确认`;
    tasks.push({
      key: 'asked',
      tag: '关联',
      tone: 'info',
      title,
      text: names,
      action: '确认',
      to: ['waiting', { tab: 'family' }],
    });
  }
  return tasks;
}

const clashTasks = ({ today, sheet }: Known): Task[] =>
  (sheet?.meals ?? [])
    .filter(meal => meal.clashes.length > 0 && meal.status === 'open')
    .map(meal => ({
      key: `clash:${meal.mealId}`,
      tag: '忌口',
      tone: 'danger' as const,
      title: `${mealText(meal, today)}有 ${meal.clashes.length} 份要避开`,
      text: some(meal.clashes.map(each => `${each.dinerName}（${each.clash.map(clashText).join('、')}）`)),
      action: '查看',
      to: ['kitchen'] as const,
    }));

/** Meals that the canteen serves and nobody has written yet, in the coming days. */
export function unwritten(today: CivilDate, menus: readonly Menus[]): Pick<Meal, 'day' | 'period'>[] {
  const settings = menus[0]?.settings;
  if (!settings) return [];
  const written = new Set(menus.flatMap(week => week.meals.map(meal => meal.id)));
  const wanted = daysFrom(addDays(today, 1), DAYS_AHEAD).flatMap(day => settings.periods.map(({ period }) => ({ day, period })));
  // A canteen that was closed last Sunday is not reminded of this one.
  const before = (day: CivilDate, period: Meal['period']) => written.has(`${addDays(day, -7)}:${period}`);
  const knowsItsDays = wanted.some(({ day, period }) => before(day, period));
  return wanted.filter(({ day, period }) => !written.has(`${day}:${period}`) && (!knowsItsDays || before(day, period)));
}

function menuTasks({ today, menus }: Known): Task[] {
  const missing = unwritten(today, menus);
  const first = missing[0];
  if (!first) return [];
  const text = missing.map(meal => mealText(meal, today)).join('、');
  return [
    {
      key: 'menus',
      tag: '菜单',
      tone: 'warning',
      title: `${missing.length} 餐还没有菜单`,
      text,
      action: '去写',
      to: ['menus', { day: first.day, period: first.period }],
    },
  ];
}

const deadTasks = ({ dead = [] }: Known): Task[] =>
  dead.length > 0
    ? [
        {
          key: 'undelivered',
          tag: '没送到',
          tone: 'danger',
          title: `${dead.length} 件事没有送到`,
          text: some([...new Set(dead.map(letter => letter.what))]),
          action: '查看',
          to: ['undelivered'],
        },
      ]
    : [];

/** A community that has just been opened: without buildings nobody can live in it. */
const treeTasks = ({ buildings }: Known): Task[] =>
  buildings === 0
    ? [
        {
          key: 'tree',
          tag: '开通',
          tone: 'warning',
          title: '还没有登记楼栋',
          text: '先写好网格、楼栋和单元，才能登记居民；也可以在“名册导入”里照表格生成。',
          action: '去添加',
          to: ['tree'],
        },
      ]
    : [];

/** Each alert on its own line: somebody may be lying on the floor. */
const alertTasks = ({ board }: Known): Task[] =>
  (board?.alerts ?? []).map(alert => ({
    key: `alert:${alert.id}`,
    tag: SEVERITY_TEXT[alert.severity].word,
    tone: toneOf(alert),
    title: headText(alert),
    text: [alert.addressText, ageText(alert, board!.now), handledText(alert)].filter(Boolean).join(' · '),
    action: '处理',
    to: ['alerts', { id: alert.id }] as const,
  }));

export const tasksOf = (known: Known): Task[] => [
  ...alertTasks(known),
  ...(known.care ?? []),
  ...(known.mediation ?? []),
  ...treeTasks(known),
  ...deadTasks(known),
  ...clashTasks(known),
  ...menuTasks(known),
  ...peopleTasks(known),
];
