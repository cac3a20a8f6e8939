/** What is printed: 防走失码 to sew into coats, and the signs at unit doors. Pure: from plain data to a paper. */
import { sheetPaper } from '../_shared/papers';
import type { Block, Paper, Sheet } from '../_shared/papers/types';

const DARK = '#1f6b57';
const GREY = '#5b616b';
/** As large as a bank card: into a purse, a badge, or ironed on; ten of the same, one for every coat. */
const BADGES: Sheet = { columns: 2, rows: 5, width: 85.6, height: 54, gapX: 4, gapY: 2, padding: 4, frame: true };
const COPIES = 10;
/** Half an A4: read from the stairs. */
const SIGNS: Sheet = { columns: 1, rows: 2, width: 180, height: 135, gapX: 0, gapY: 6, padding: 10, frame: true };

const line = (text: string, size: number, more: Partial<Extract<Block, { kind: 'paragraph' }>> = {}): Block => ({
  kind: 'paragraph',
  text,
  size,
  align: 'left',
  leading: 1.4,
  ...more,
});

/**
 * No name, no address, no community, no telephone number: whoever finds it learns only how to help.
 * @param link what the code opens, for everybody and without an account
 */
export function returnCodePaper(link: string): Paper {
  const words: Block[] = [
    line('请帮我回家', 22, { face: 'heiBold', leading: 1.3, after: 1 }),
    line('我可能迷路了。请用手机扫一扫，就能联系我的家人。', 11),
  ];
  const badge: Block[] = [
    line('防走失码', 9, { color: DARK, face: 'heiBold', after: 1 }),
    {
      kind: 'beside',
      gap: 3,
      middle: true,
      columns: [
        { width: 44, blocks: words },
        { width: 31, blocks: [{ kind: 'qr', text: link, size: 31 }] },
      ],
    },
    line('扫码看不到姓名和住址。危急时请先打 120、110。', 8, { color: GREY }),
  ];
  return sheetPaper(
    '防走失码',
    BADGES,
    Array.from({ length: COPIES }, () => badge),
  );
}

export type DoorSign = { name: string; path: string; number: string };

/** One sign for each door, two on a sheet: the code for the mini-program, the number for who cannot scan. */
export function doorSignPaper(community: string, doors: readonly DoorSign[]): Paper {
  const cells = doors.map(({ name, path, number }): Block[] => [
    line(community, 12, { color: DARK, face: 'heiBold', align: 'center' }),
    line(name, 26, { face: 'heiBold', align: 'center', after: 2 }),
    { kind: 'qr', text: path, size: 62, align: 'center' },
    line(number, 24, { face: 'heiBold', align: 'center', leading: 1.5 }),
    line('探访和处理预警的工作人员：到门口请在“近邻”里扫这个码，扫不出来就输入上面的数字。', 11, {
      align: 'center',
      color: GREY,
    }),
  ]);
  return sheetPaper('单元门码', SIGNS, cells);
}
