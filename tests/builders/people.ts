/** People of the directory with the names of the field and fixed values. */
import type { Heading } from '../../cloudfunctions/people/roster/headers';
import { findHeading } from '../../cloudfunctions/people/roster/headers';
import { type IdFor, PlaceFinder, unitPlaces } from '../../cloudfunctions/people/roster/places';
import { type Known, planRoster } from '../../cloudfunctions/people/roster/plan';
import { readRows } from '../../cloudfunctions/people/roster/rows';
import type { Actor } from '../../cloudfunctions/people/rules';
import type { GrantedRole } from '../../types/contract';
import type { Binding, Community, Grant } from '../../types/directory';
import type { Scope } from '../../types/people';
import { civilDate, type Instant } from '../../types/time';

export const today = civilDate('2026-11-21');
export const moment = 1_790_000_000_000 as Instant;

/** Two grids; building 3 with two units, building 5 with one. */
export const community: Community = {
  name: '幸福里社区',
  phone: '02885550000',
  address: '幸福路 88 号',
  grids: [
    { id: 'g1', name: '第一网格' },
    { id: 'g2', name: '第二网格' },
  ],
  buildings: [
    {
      id: 'b3',
      name: '3号楼',
      gridId: 'g1',
      units: [
        { id: 'u31', name: '1单元' },
        { id: 'u32', name: '2单元' },
      ],
    },
    { id: 'b5', name: '5号楼', gridId: 'g2', units: [{ id: 'u51', name: '1单元' }] },
  ],
};

export const home = { gridId: 'g1', buildingId: 'b3', unitId: 'u32', room: '501' };

export const grant = (role: GrantedRole, scope?: Scope): Grant => ({ role, scope, grantedBy: 'wx-office', grantedAt: moment });
export const someone = (accountId: string, grants: Grant[] = [], residentId?: string): Actor => ({
  accountId,
  residentId,
  grants,
  roles: new Set([...grants.map(({ role }) => role), ...(residentId ? (['resident'] as const) : [])]),
});

export const resident = (over: Partial<Known> = {}): Known => ({
  id: 'r-wang',
  name: '王桂兰',
  pinyin: 'wgl wangguilan',
  birthDate: civilDate('1948-03-12'),
  phone: '13800000001',
  address: home,
  categories: ['livesAlone'],
  cardNo: 'A0001',
  allergens: ['peanut'],
  diets: [],
  status: 'living',
  ...over,
});

export const binding = (over: Partial<Binding> = {}): Binding => ({
  accountId: 'wx-limin',
  name: '李敏',
  relation: '女儿',
  status: 'asked',
  askedAt: moment,
  ...over,
});

export const HEAD = [
  '姓名',
  '出生日期',
  '手机号',
  '网格',
  '楼栋',
  '单元',
  '房号',
  '独居',
  '失能',
  '低保',
  '户籍',
  '卡号',
  '过敏',
  '忌口',
];
/** A row of the template for 王桂兰, changed where the test says. */
export const line = (over: Partial<Record<string, string>> = {}): string[] => {
  const usual: Record<string, string> = {
    姓名: '王桂兰',
    出生日期: '1948-03-12',
    手机号: '13800000001',
    网格: '第一网格',
    楼栋: '3号楼',
    单元: '2单元',
    房号: '501',
    独居: '是',
    失能: '否',
    低保: '否',
    户籍: '否',
    卡号: 'A0001',
    过敏: '花生',
    忌口: '',
  };
  return HEAD.map(header => over[header] ?? usual[header] ?? '');
};

export const idFor: IdFor = (kind, ...names) => `${kind}-${names.join('-')}`;

/** From the lines of a sheet to what would happen, as the dry run does it. */
export function dryRun(lines: string[][], known: Known[] = [], createPlaces = false) {
  const heading = findHeading([HEAD, ...lines]) as Heading;
  const finder = new PlaceFinder(community, createPlaces ? idFor : undefined);
  const read = readRows([HEAD, ...lines], heading, finder, today);
  const plan = planRoster(read.rows, known, {
    places: unitPlaces(community),
    pinyinOf: () => 'wgl wangguilan',
    idFor: (row, again) => `r-${row.name}-${row.birthDate}-${row.unitId}-${row.room}-${again}`,
  });
  return { ...read, plan, problems: [...read.problems, ...plan.problems] };
}
