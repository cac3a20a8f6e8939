/** The pages of the desk and who may open them. The server decides again on every call; this only leaves out doors that would stay shut. */
import type { Role } from '../../../types/contract';
import type { NavItem } from '../../components/SideNav';

const OFFICE = ['office', 'admin'] as const;
const KITCHEN = ['canteen', ...OFFICE] as const;
const KEEPERS = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', ...OFFICE] as const;
const STAFF = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', 'canteen', 'care', 'mediator', ...OFFICE] as const;

export interface DeskPage extends NavItem {
  roles: readonly Role[];
  /** The action that the page lives on: its `allow` and `roles` are the same list, which a test keeps. */
  action: string;
  tone: 'primary' | 'info' | 'accent' | 'neutral';
}

export const pageOf = (name: string) => `pages/desk/${name}/index`;

export const deskPages: readonly DeskPage[] = [
  { text: '今天', icon: 'home', page: pageOf('today'), roles: STAFF, action: 'canteen.findDiner', tone: 'primary' },
  { text: '取餐核销', icon: 'scan', page: pageOf('counter'), roles: KITCHEN, action: 'canteen.counter', tone: 'primary' },
  { text: '备餐单', icon: 'kitchen', page: pageOf('kitchen'), roles: KITCHEN, action: 'canteen.kitchenSheet', tone: 'accent' },
  { text: '菜单', icon: 'bowl', page: pageOf('menus'), roles: KITCHEN, action: 'canteen.menus', tone: 'accent' },
  { text: '代订餐', icon: 'edit', page: pageOf('onbehalf'), roles: STAFF, action: 'canteen.findDiner', tone: 'primary' },
  { text: '用餐月表', icon: 'chart', page: pageOf('month'), roles: KITCHEN, action: 'canteen.month', tone: 'info' },
  { text: '居民', icon: 'people', page: pageOf('people'), roles: KEEPERS, action: 'people.findResidents', tone: 'info' },
  { text: '待确认', icon: 'check', page: pageOf('waiting'), roles: KEEPERS, action: 'people.waiting', tone: 'accent' },
  { text: '楼栋网格', icon: 'grid', page: pageOf('tree'), roles: OFFICE, action: 'people.saveTree', tone: 'neutral' },
  { text: '名册导入', icon: 'upload', page: pageOf('roster'), roles: OFFICE, action: 'people.importStatus', tone: 'info' },
  { text: '人员权限', icon: 'lock', page: pageOf('roles'), roles: OFFICE, action: 'people.staffList', tone: 'neutral' },
  { text: '食堂设置', icon: 'gear', page: pageOf('settings'), roles: OFFICE, action: 'canteen.saveSettings', tone: 'neutral' },
  { text: '发送记录', icon: 'bell', page: pageOf('sendings'), roles: OFFICE, action: 'courier.sendings', tone: 'info' },
  { text: '消息设置', icon: 'gear', page: pageOf('channels'), roles: OFFICE, action: 'courier.courierSettings', tone: 'neutral' },
];

export const mayOpen = (name: string, roles: readonly Role[]): boolean =>
  deskPages.some(each => each.page === pageOf(name) && each.roles.some(role => roles.includes(role)));

/** What these roles can open, in the order of a working day. */
export const pagesFor = (roles: readonly Role[]): DeskPage[] =>
  deskPages.filter(each => each.roles.some(role => roles.includes(role)));
