/** The pages of the desk and who may open them. The server decides again on every call; this only leaves out doors that would stay shut. */
import type { Role } from '../../../types/contract';
import type { NavItem } from '../../components/SideNav';

const OFFICE = ['office', 'admin'] as const;
const KITCHEN = ['canteen', ...OFFICE] as const;
const KEEPERS = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', ...OFFICE] as const;
const APPROVERS = ['gridWorker', 'gridLead', ...OFFICE] as const;
const ROUND_DESK = ['gridWorker', 'gridLead', ...KITCHEN] as const;
const CARE = ['care', ...OFFICE] as const;
const MEDIATORS = ['mediator', 'office', 'admin'] as const;
const SAFETY_DESK = ['gridLead', ...OFFICE] as const;
const STAFF = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', 'canteen', 'care', 'mediator', ...OFFICE] as const;

export interface DeskPage extends NavItem {
  roles: readonly Role[];
  /** The action that the page lives on: its `allow` and `roles` are the same list, which a test keeps. */
  action: string;
  tone: 'primary' | 'info' | 'accent' | 'neutral';
  /** Reached from the first page of its package, which stands for all of them in the navigation. */
  inner?: true;
}

/** A page by its name: `menus` in the desk's own package, `desk-mediation/queue` in another one. */
export const pageOf = (name: string) => (name.includes('/') ? `pages/${name}/index` : `pages/desk/${name}/index`);

/** 人民调解 and 托管 have packages of their own; one door of the navigation leads into each. */
const mediation = 'desk-mediation';
const care = 'desk-care';

type Inner = readonly [text: string, icon: NavItem['icon'], name: string, roles: readonly Role[], action: string];

function innerPages(root: string, pages: readonly Inner[]): DeskPage[] {
  return pages.map(([text, icon, name, roles, action]) => ({
    text,
    icon,
    page: pageOf(`${root}/${name}`),
    roles,
    action,
    tone: 'neutral',
    inner: true,
  }));
}

export const deskPages: readonly DeskPage[] = [
  { text: '今天', icon: 'home', page: pageOf('today'), roles: STAFF, action: 'canteen.findDiner', tone: 'primary' },
  { text: '预警', icon: 'warning', page: pageOf('alerts'), roles: KEEPERS, action: 'safety.board', tone: 'accent' },
  { text: '今日探访', icon: 'heart', page: pageOf('visits'), roles: KEEPERS, action: 'safety.myElders', tone: 'primary' },
  { text: '取餐核销', icon: 'scan', page: pageOf('counter'), roles: KITCHEN, action: 'canteen.counter', tone: 'primary' },
  { text: '备餐单', icon: 'kitchen', page: pageOf('kitchen'), roles: KITCHEN, action: 'canteen.kitchenSheet', tone: 'accent' },
  { text: '菜单', icon: 'bowl', page: pageOf('menus'), roles: KITCHEN, action: 'canteen.menus', tone: 'accent' },
  { text: '留样', icon: 'clock', page: pageOf('samples'), roles: KITCHEN, action: 'canteen.samples', tone: 'primary' },
  { text: '备料和剩余', icon: 'list', page: pageOf('stock'), roles: KITCHEN, action: 'canteen.purchaseHint', tone: 'neutral' },
  { text: '菜品库', icon: 'bowl', page: pageOf('dishes'), roles: KITCHEN, action: 'canteen.dishLibrary', tone: 'accent' },
  { text: '饭卡', icon: 'code', page: pageOf('cards'), roles: KITCHEN, action: 'canteen.cardOwners', tone: 'info' },
  { text: '用餐数据', icon: 'chart', page: pageOf('numbers'), roles: KITCHEN, action: 'canteen.numbers', tone: 'info' },
  { text: '代订餐', icon: 'edit', page: pageOf('onbehalf'), roles: STAFF, action: 'canteen.findDiner', tone: 'primary' },
  {
    text: '长期订餐',
    icon: 'calendar',
    page: pageOf('standing'),
    roles: KITCHEN,
    action: 'canteen.standingList',
    tone: 'primary',
  },
  { text: '送餐配送', icon: 'delivery', page: pageOf('rounds'), roles: ROUND_DESK, action: 'canteen.rounds', tone: 'accent' },
  { text: '送餐对象', icon: 'people', page: pageOf('recipients'), roles: APPROVERS, action: 'canteen.recipients', tone: 'info' },
  { text: '用餐月表', icon: 'chart', page: pageOf('month'), roles: KITCHEN, action: 'canteen.month', tone: 'info' },
  { text: '收银', icon: 'check', page: pageOf('till'), roles: KITCHEN, action: 'canteen.till', tone: 'primary' },
  { text: '收银记录', icon: 'list', page: pageOf('shifts'), roles: OFFICE, action: 'canteen.shifts', tone: 'info' },
  { text: '补贴结算', icon: 'chart', page: pageOf('settlement'), roles: KITCHEN, action: 'canteen.settlement', tone: 'info' },
  { text: '通知', icon: 'bell', page: pageOf('notices'), roles: STAFF, action: 'notices.desk', tone: 'primary' },
  {
    text: '托管',
    icon: 'person',
    page: pageOf(`${care}/board`),
    root: `pages/${care}/`,
    roles: CARE,
    action: 'care.board',
    tone: 'primary',
  },
  {
    text: '调解',
    icon: 'page',
    page: pageOf(`${mediation}/queue`),
    root: `pages/${mediation}/`,
    roles: MEDIATORS,
    action: 'mediation.queue',
    tone: 'info',
  },
  { text: '居民', icon: 'people', page: pageOf('people'), roles: KEEPERS, action: 'people.findResidents', tone: 'info' },
  { text: '待确认', icon: 'check', page: pageOf('waiting'), roles: KEEPERS, action: 'people.waiting', tone: 'accent' },
  { text: '平安关注', icon: 'bell', page: pageOf('watches'), roles: KEEPERS, action: 'safety.watches', tone: 'primary' },
  { text: '包保', icon: 'person', page: pageOf('keepers'), roles: SAFETY_DESK, action: 'safety.keepers', tone: 'info' },
  { text: '值班表', icon: 'calendar', page: pageOf('duty'), roles: KEEPERS, action: 'safety.duty', tone: 'info' },
  { text: '报警设备', icon: 'speaker', page: pageOf('devices'), roles: KEEPERS, action: 'safety.devices', tone: 'neutral' },
  { text: '体检', icon: 'page', page: pageOf('checkups'), roles: KEEPERS, action: 'safety.checkUpDue', tone: 'primary' },
  { text: '预警月报', icon: 'chart', page: pageOf('incidents'), roles: SAFETY_DESK, action: 'safety.report', tone: 'info' },
  { text: '楼栋网格', icon: 'grid', page: pageOf('tree'), roles: OFFICE, action: 'people.saveTree', tone: 'neutral' },
  { text: '名册导入', icon: 'upload', page: pageOf('roster'), roles: OFFICE, action: 'people.importStatus', tone: 'info' },
  { text: '人员权限', icon: 'lock', page: pageOf('roles'), roles: OFFICE, action: 'people.staffList', tone: 'neutral' },
  { text: '食堂设置', icon: 'gear', page: pageOf('settings'), roles: OFFICE, action: 'canteen.saveSettings', tone: 'neutral' },
  {
    text: '后厨设置',
    icon: 'gear',
    page: pageOf('kitchensetup'),
    roles: OFFICE,
    action: 'canteen.saveKitchenSettings',
    tone: 'neutral',
  },
  {
    text: '送餐设置',
    icon: 'gear',
    page: pageOf('deliverysetup'),
    roles: OFFICE,
    action: 'canteen.saveDeliverySettings',
    tone: 'neutral',
  },
  { text: '预警设置', icon: 'gear', page: pageOf('safety'), roles: OFFICE, action: 'safety.saveSettings', tone: 'neutral' },
  { text: '发送记录', icon: 'bell', page: pageOf('sendings'), roles: OFFICE, action: 'courier.sendings', tone: 'info' },
  { text: '消息设置', icon: 'gear', page: pageOf('channels'), roles: OFFICE, action: 'courier.courierSettings', tone: 'neutral' },
  ...innerPages(mediation, [
    // Whoever works here takes a walk-in's words; what becomes of them only the committee reads.
    ['代办调解', 'edit', 'apply', STAFF, 'canteen.findDiner'],
    ['匿名提问', 'people', 'questions', MEDIATORS, 'mediation.questions'],
    ['登记簿', 'list', 'register', MEDIATORS, 'mediation.register'],
    ['调解员', 'person', 'mediators', MEDIATORS, 'mediation.mediators'],
    ['调解月报', 'chart', 'month', OFFICE, 'mediation.month'],
    ['调解设置', 'gear', 'settings', OFFICE, 'mediation.saveSettings'],
  ]),
  ...innerPages(care, [
    ['接送', 'scan', 'pickup', CARE, 'care.checkPickup'],
    ['报名', 'edit', 'signup', CARE, 'care.terms'],
    ['孩子', 'people', 'children', CARE, 'care.findChild'],
    ['考勤', 'chart', 'month', CARE, 'care.roll'],
    ['收费', 'wallet', 'fees', CARE, 'care.fees'],
    ['日历', 'calendar', 'calendar', CARE, 'care.monthDays'],
    ['导入', 'upload', 'import', OFFICE, 'care.importStatus'],
    ['托管设置', 'gear', 'settings', OFFICE, 'care.saveSettings'],
  ]),
];

const opensTo = (roles: readonly Role[]) => (each: DeskPage) => each.roles.some(role => roles.includes(role));

export const mayOpen = (name: string, roles: readonly Role[]): boolean =>
  deskPages.some(each => each.page === pageOf(name) && opensTo(roles)(each));

/** The first page of its package is shut to these roles: then a page inside has a door of its own. */
const standsAlone = (inner: DeskPage, roles: readonly Role[]): boolean =>
  !deskPages.some(each => each.root !== undefined && inner.page.startsWith(each.root) && opensTo(roles)(each));

/** What these roles can open, in the order of a working day. */
export const pagesFor = (roles: readonly Role[]): DeskPage[] =>
  deskPages.filter(opensTo(roles)).filter(each => !each.inner || standsAlone(each, roles));

/** The pages of a package for these roles, its first page at the head. */
export const pagesWithin = (root: string, roles: readonly Role[]): DeskPage[] =>
  deskPages.filter(each => each.page.startsWith(`pages/${root}/`)).filter(opensTo(roles));
