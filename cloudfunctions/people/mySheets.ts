import type { Account, Community, Resident } from '../../types/directory';
import { clockText, dayOf, type Instant, minuteOf } from '../../types/time';
import { ALLERGEN_TEXT, addressText, CATEGORY_TEXT, DIET_TEXT } from '../../types/words';
import type { Sheet } from '../_shared/workbook';

type Mine = {
  accountId: string;
  account: Account;
  community: Community | undefined;
  resident: Resident | undefined;
  /** Elders this account is or was bound to. */
  elders: readonly Resident[];
  /** When staff read the record. */
  seen: readonly { at: Instant; what: string }[];
};

const momentText = (at: Instant | undefined): string => (at === undefined ? '' : `${dayOf(at)} ${clockText(minuteOf(at))}`);
const STATUS_TEXT = { asked: '待确认', confirmed: '已确认', ended: '已解除' } as const;

/** My data as people read it: what is known of me, my family, my elders, who looked. */
export function mySheets({ accountId, account, community, resident, elders, seen }: Mine): Sheet[] {
  const own = elders.flatMap(elder =>
    elder.family.filter(binding => binding.accountId === accountId).map(binding => ({ elder, binding })),
  );
  return [
    {
      name: '我的信息',
      rows: [['项目', '内容'], ...accountRows(account, community), ...(resident ? residentRows(resident, community) : [])],
    },
    {
      name: '我的家人',
      rows: [
        ['姓名', '关系', '手机号', '状态', '申请时间', '确认时间'],
        ...(resident?.family ?? []).map(binding => [
          binding.name,
          binding.relation,
          binding.phone ?? '',
          STATUS_TEXT[binding.status],
          momentText(binding.askedAt),
          momentText(binding.confirmedAt),
        ]),
      ],
    },
    {
      name: '我关联的长者',
      rows: [
        ['姓名', '关系', '状态', '申请时间'],
        ...own.map(({ elder, binding }) => [
          elder.name,
          binding.relation,
          STATUS_TEXT[binding.status],
          momentText(binding.askedAt),
        ]),
      ],
    },
    {
      name: '查看记录',
      rows: [['时间', '事项'], ...seen.map(({ at, what }) => [momentText(at), what === 'resident' ? '工作人员查看' : '导出'])],
    },
  ];
}

const accountRows = (account: Account, community: Community | undefined): string[][] => [
  ['社区', community?.name ?? ''],
  ['账号姓名', account.name],
  ['账号手机号', account.phone ?? ''],
  ['角色', account.grants.map(grant => grant.role).join('、')],
];

const residentRows = (resident: Resident, community: Community | undefined): string[][] => [
  ['姓名', resident.name],
  ['出生日期', resident.birthDate],
  ['手机号', resident.phone ?? ''],
  ['住址', addressText(resident.address, community)],
  ['卡号', resident.cardNo ?? ''],
  ['类别', resident.categories.map(category => CATEGORY_TEXT[category]).join('、')],
  ['过敏', resident.allergens.map(allergen => ALLERGEN_TEXT[allergen]).join('、')],
  ['忌口', resident.diets.map(diet => DIET_TEXT[diet]).join('、')],
];
