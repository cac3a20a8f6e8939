/** The roster as a workbook: the template, and everybody who lives here. */
import type { Community, Resident } from '../../../types/directory';
import { ROSTER_COLUMNS, type RosterColumn } from '../../../types/roster';
import { ALLERGEN_TEXT, DIET_TEXT } from '../../../types/words';
import type { Sheet } from '../../_shared/workbook';

const HEADERS = ROSTER_COLUMNS.map(({ header }) => header);
const WIDTHS = [10, 13, 14, 12, 10, 9, 9, 7, 7, 7, 7, 12, 18, 18];

const EXAMPLES: Record<RosterColumn, string>[] = [
  {
    name: '王示例',
    birthDate: '1948-03-05',
    phone: '13800000001',
    grid: '第一网格',
    building: '3号楼',
    unit: '2单元',
    room: '501',
    livesAlone: '是',
    disabled: '否',
    lowIncome: '否',
    registeredHere: '是',
    cardNo: 'A0001',
    allergens: '花生、虾蟹',
    diets: '低盐',
  },
  {
    name: '李示例',
    birthDate: '1976-11-20',
    phone: '',
    grid: '第一网格',
    building: '3号楼',
    unit: '2单元',
    room: '502',
    livesAlone: '否',
    disabled: '否',
    lowIncome: '否',
    registeredHere: '否',
    cardNo: '',
    allergens: '无',
    diets: '',
  },
];

const HELP = [
  ['怎么填'],
  ['第一行是表头，请不要改名、不要合并单元格。两行示例请删掉。'],
  ['姓名、出生日期、网格、楼栋、单元、房号必填；出生日期写成 1950-01-31。'],
  ['独居、失能、低保、户籍填“是”或“否”，空着算“否”；整列删掉则保持原来的内容。'],
  ['手机号、卡号、过敏、忌口空着时保持原来的内容；要清掉请填“无”。'],
  [`过敏可以填：${Object.values(ALLERGEN_TEXT).join('、')}。忌口可以填：${Object.values(DIET_TEXT).join('、')}。`],
  ['再次导入同一个人会更新，不会变成两个人：先看卡号，再看姓名和出生日期，再看姓名和手机号，最后看姓名和住址。'],
];

export const templateSheets = (): Sheet[] => [
  { name: '居民名单', rows: [HEADERS, ...EXAMPLES.map(row => ROSTER_COLUMNS.map(({ key }) => row[key]))], widths: WIDTHS },
  { name: '填写说明', rows: HELP, widths: [90] },
];

/** By grid, building, unit, room, name. */
const ORDER = [3, 4, 5, 6, 0];
/** One for all comparisons: making one takes longer than a thousand of them. */
const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

const yesNo = (value: boolean): string => (value ? '是' : '否');

/** In the form of the template, so that it can be edited and imported again. */
export function rosterSheet(residents: readonly Resident[], community: Pick<Community, 'grids' | 'buildings'>): Sheet {
  const grids = new Map(community.grids.map(grid => [grid.id, grid.name]));
  const buildings = new Map(community.buildings.map(building => [building.id, building]));
  const rows = residents.map(resident => {
    const building = buildings.get(resident.address.buildingId);
    const unit = building?.units.find(candidate => candidate.id === resident.address.unitId);
    const has = new Set(resident.categories);
    const cells: Record<RosterColumn, string> = {
      name: resident.name,
      birthDate: resident.birthDate,
      phone: resident.phone ?? '',
      grid: grids.get(resident.address.gridId) ?? '',
      building: building?.name ?? '',
      unit: unit?.name ?? '',
      room: resident.address.room,
      livesAlone: yesNo(has.has('livesAlone')),
      disabled: yesNo(has.has('disabled')),
      lowIncome: yesNo(has.has('lowIncome')),
      registeredHere: yesNo(has.has('registeredHere')),
      cardNo: resident.cardNo ?? '',
      allergens: resident.allergens.map(allergen => ALLERGEN_TEXT[allergen]).join('、'),
      diets: resident.diets.map(diet => DIET_TEXT[diet]).join('、'),
    };
    return ROSTER_COLUMNS.map(({ key }) => cells[key]);
  });
  rows.sort((a, b) => ORDER.map(at => COLLATOR.compare(a[at]!, b[at]!)).find(difference => difference !== 0) ?? 0);
  return { name: '居民名单', rows: [HEADERS, ...rows], widths: WIDTHS };
}
