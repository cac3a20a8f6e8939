/** How shared things are said to people; one place, so that a phone is masked the same everywhere. */
import type { GrantedRole, Role } from './contract';
import type { Address, Allergen, Category, Community, Diet } from './directory';
import type { DishMark, Period, Way } from './meals';

/** `138****5678` */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');

/** `3栋2单元501` */
export function addressText(address: Address, community: Pick<Community, 'buildings'> | undefined): string {
  const building = community?.buildings.find(candidate => candidate.id === address.buildingId);
  const unit = building?.units.find(candidate => candidate.id === address.unitId);
  return `${building?.name ?? ''}${unit?.name ?? ''}${address.room}`;
}

export const ALLERGEN_TEXT: Record<Allergen, string> = {
  gluten: '麸质',
  crustacean: '虾蟹',
  fish: '鱼',
  egg: '鸡蛋',
  peanut: '花生',
  soy: '大豆',
  milk: '牛奶',
  nut: '坚果',
};

export const DIET_TEXT: Record<Diet, string> = {
  noPork: '不吃猪肉',
  noBeef: '不吃牛肉',
  vegetarian: '素食',
  lowSalt: '低盐',
  lowSugar: '低糖',
  soft: '软烂',
};

export const CATEGORY_TEXT: Record<Category, string> = {
  livesAlone: '独居',
  disabled: '失能',
  lowIncome: '低保',
  registeredHere: '本地户籍',
};

/** A clash on a kitchen sheet or a dish: an allergen or a diet. */
export const clashText = (clash: string): string => ALLERGEN_TEXT[clash as Allergen] ?? DIET_TEXT[clash as Diet] ?? clash;

export const PERIOD_TEXT: Record<Period, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' };

export const WAY_TEXT: Record<Way, string> = { dineIn: '堂食', pickup: '自取', delivery: '送餐' };

export const MARK_TEXT: Record<DishMark, string> = {
  lowSalt: '低盐',
  soft: '软烂',
  vegetarian: '素食',
  diabetic: '适合糖尿病',
  spicy: '辣',
  containsPork: '含猪肉',
  containsBeef: '含牛肉',
};

/** The roles that the office grants. */
export const GRANTED_TEXT: Record<GrantedRole, string> = {
  gridWorker: '网格员',
  gridLead: '网格长',
  buildingLead: '楼栋长',
  unitLead: '单元长',
  canteen: '食堂人员',
  care: '托管老师',
  mediator: '调解员',
  office: '社区办公室',
  admin: '管理员',
  volunteer: '志愿者',
};

/** What a person is here, in their own words. */
export const ROLE_TEXT: Record<Role, string> = { resident: '居民', family: '家属', ...GRANTED_TEXT };
