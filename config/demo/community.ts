/** The demo community 幸福里 as documents: a tree, residents, members, a fortnight of menus, and orders that add up. */
import type { Account, Community, Resident } from '../../types/directory';
import { addDays, type CivilDate, civilDate, type Instant, instantAt } from '../../types/time';
import { COMMUNITY, elders, members, neighbours } from './cast';
import { anyName, dice } from './names';

export type Row = { _id: string; communityId: string; version: 1; history: []; outbox: [] } & Record<string, unknown>;

export const row = (communityId: string, _id: string, fields: object): Row =>
  ({ _id, ...fields, communityId, version: 1, history: [], outbox: [] }) as Row;
export const here = (id: string): string => `${COMMUNITY}:${id}`;

const BUILDINGS = 12;
const UNITS = 3;

/** `g1`…`g4`, three buildings each; enough rooms a floor for any number of residents. */
export const community: Community = {
  name: '幸福里社区',
  phone: '02885550000',
  address: '幸福路 88 号',
  grids: [1, 2, 3, 4].map(n => ({ id: `g${n}`, name: `第${'一二三四'[n - 1]}网格` })),
  buildings: Array.from({ length: BUILDINGS }, (_, i) => ({
    id: `b${i + 1}`,
    name: `${i + 1}栋`,
    gridId: `g${Math.floor(i / 3) + 1}`,
    units: Array.from({ length: UNITS }, (_unit, u) => ({ id: `b${i + 1}u${u + 1}`, name: `${u + 1}单元` })),
  })),
};

const homeAt = (building: number, unit: number, room: string): Resident['address'] => ({
  gridId: community.buildings[building - 1]!.gridId,
  buildingId: `b${building}`,
  unitId: `b${building}u${unit}`,
  room,
});

/** The named elders, the newcomer on the roster, then as many others as wanted. */
export function residentRows(count: number, today: CivilDate, withAccounts = 0): Row[] {
  const daughter = {
    accountId: 'wx-limin',
    name: '李敏',
    phone: '13900000011',
    relation: '女儿',
    status: 'confirmed',
    askedAt: 0,
    confirmedAt: 0,
    confirmedBy: 'wx-wangguilan',
  };
  const named = [...elders, ...neighbours].map(({ id, home, ...elder }) => {
    const account = members.find(member => member.residentId === id);
    const family =
      id === 'r-wangguilan'
        ? [{ ...daughter, askedAt: instantAt(addDays(today, -90)), confirmedAt: instantAt(addDays(today, -89)) }]
        : [];
    return row(COMMUNITY, here(id), {
      ...elder,
      address: homeAt(...home),
      family,
      status: 'living',
      ...(account ? { accountId: account.openid } : {}),
    });
  });
  const newcomer = {
    name: '林涛',
    pinyin: 'lt lintao',
    birthDate: '1985-05-05',
    phone: '13900000099',
    address: homeAt(2, 1, '601'),
  };
  named.push(row(COMMUNITY, here('r-lintao'), { ...newcomer, ...PLAIN, family: [], status: 'living' }));
  const roll = dice(20261121);
  const others = Array.from({ length: Math.max(0, count - named.length) }, (_, i) =>
    row(COMMUNITY, here(`r-${i + 1}`), { ...anyResident(i, roll), ...(i < withAccounts ? { accountId: `wx-r-${i + 1}` } : {}) }),
  );
  return [...named, ...others];
}

const PLAIN = { categories: [], allergens: [], diets: [] };

function anyResident(i: number, roll: (sides: number) => number): Resident {
  const old = roll(4) === 0;
  const year = old ? 1935 + roll(31) : 1966 + roll(50);
  const birthDate = civilDate(`${year}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`);
  const [building, unit, floor, door] = [
    1 + (i % BUILDINGS),
    1 + (Math.floor(i / BUILDINGS) % UNITS),
    1 + (Math.floor(i / 36) % 30),
    1 + (Math.floor(i / 1080) % 8),
  ];
  const resident: Resident = {
    ...anyName(roll),
    birthDate,
    phone: `137${String(10_000_000 + i)}`,
    address: homeAt(building, unit, `${floor}${String(door).padStart(2, '0')}`),
    categories: old && roll(3) === 0 ? ['livesAlone', 'registeredHere'] : ['registeredHere'],
    allergens: roll(25) === 0 ? ['peanut'] : [],
    diets: roll(20) === 0 ? ['lowSalt'] : [],
    family: [],
    status: 'living',
  };
  if (old) resident.cardNo = String(1000 + i);
  return resident;
}

/** Members of the cast, and for load tests as many residents with an account of their own as wanted (`wx-r-1` …). */
export function accountRows(today: CivilDate, withAccounts = 0): Row[] {
  const at = instantAt(addDays(today, -100));
  const cast = members.map(({ openid, name, phone, residentId, grants }) =>
    row(COMMUNITY, openid, { name, phone, residentId, grants: grants.map(role => grantOf(role, at)), status: 'member' }),
  );
  const others = Array.from({ length: withAccounts }, (_, i) =>
    row(COMMUNITY, `wx-r-${i + 1}`, { name: `居民${i + 1}`, residentId: `r-${i + 1}`, grants: [], status: 'member' }),
  );
  return [...cast, ...others].map(withoutUndefined);
}

const grantOf = (role: Account['grants'][number]['role'], grantedAt: Instant): Account['grants'][number] => ({
  role,
  ...(role === 'gridLead' ? { scope: { gridId: 'g1' } } : {}),
  grantedBy: 'wx-zhouzhuren',
  grantedAt,
});

const withoutUndefined = (fields: Row): Row =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Row;
