/** Every person of a notice with what happened, as a workbook. */
import type { Community, Resident } from '../../types/directory';
import type { Notice, Receipt } from '../../types/notices';
import { clockText, dayOf, type Instant, minuteOf } from '../../types/time';
import { addressText } from '../../types/words';
import type { Stored } from '../_shared/collection';
import { residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { workbook } from '../_shared/workbook';
import { receipts } from './collections';
import { DOOR_TEXT, PROGRESS_TEXT, WAY_TEXT } from './words';

const HEAD = ['姓名', '住址', '送达方式', '状态', '阅读时间', '谁读的', '确认时间', '上门', '上门时间', '上门的人', '备注'];
const WIDTHS = [12, 18, 12, 10, 18, 10, 18, 12, 18, 12, 30];

const momentText = (at: Instant | undefined): string => (at === undefined ? '' : `${dayOf(at)} ${clockText(minuteOf(at))}`);

/** Names are looked up a thousand at a time beside the receipts. */
export async function boardWorkbook(notice: Stored<Notice>, community: Community | undefined, store: Store): Promise<Buffer> {
  const rows: string[][] = [];
  for await (const page of store.pages(receipts, { noticeId: notice.id }, { without: [...LIGHT, 'accounts'] })) {
    const found = await store.readAll(
      residents,
      page.map(receipt => receipt.ref),
      { without: [...LIGHT, 'family', 'categories', 'allergens', 'diets'] },
    );
    const people = new Map(found.map(resident => [resident.id, resident]));
    rows.push(...page.map(receipt => rowOf(receipt, people.get(receipt.ref), community)));
  }
  rows.sort((a, b) => COLLATOR.compare(a[1]!, b[1]!));
  return workbook([{ name: '通知情况', rows: [HEAD, ...rows], widths: WIDTHS }]);
}

/** One for all comparisons: making one takes longer than a thousand of them. */
const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

function rowOf(receipt: Receipt, resident: Resident | undefined, community: Community | undefined): string[] {
  const read = receipt.progress !== 'new';
  return [
    resident?.name ?? '工作人员',
    resident ? addressText(resident.address, community) : '',
    WAY_TEXT[receipt.way],
    PROGRESS_TEXT[receipt.progress],
    momentText(receipt.readAt),
    read ? (receipt.byFamily ? '家人代看' : '本人') : '',
    momentText(receipt.confirmedAt),
    DOOR_TEXT[receipt.door],
    momentText(receipt.doorAt),
    receipt.doorByName ?? '',
    receipt.doorNote ?? '',
  ];
}
