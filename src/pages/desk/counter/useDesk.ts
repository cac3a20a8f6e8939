import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isWeapp } from '../../../services/platform';
import { useQueryOf } from '../../../services/useDoor';
import { canteen } from '../queries';
import { type CounterRow, findRows, readCode, type Scanned } from './find';
import { useRedeem } from './useRedeem';

/** Two counters work side by side: each sees what the other handed out. */
const EVERY_MS = 8_000;

/** A scanner types where the cursor is; on a phone this would only raise the keyboard. */
function focusSearch(): void {
  if (isWeapp || !window.matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  setTimeout(() => document.querySelector<HTMLInputElement>('.counter-search input')?.focus(), 50);
}

/** What the counter knows and does: the meal, the list, who stands before it. */
export function useCounterDesk() {
  const [mealId, setMealId] = useState<string>();
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<string>();
  const [scanned, setScanned] = useState<Scanned>();
  const [notice, setNotice] = useState('');
  const counter = useQueryOf(canteen, 'counter', mealId ? { mealId } : {}, { everyMs: EVERY_MS });
  const rows = counter.data?.rows ?? [];
  const ready = counter.data !== undefined;
  useEffect(() => {
    if (ready) focusSearch();
  }, [ready]);

  const close = () => {
    setOpenId(undefined);
    setScanned(undefined);
    focusSearch();
  };
  const desk = useRedeem(row => setNotice(`${row.number} ${row.dinerName} 已取餐`));

  const open = (row: CounterRow) => {
    setScanned(undefined);
    setOpenId(row.id);
  };
  const take = (text: string) => {
    const code = readCode(text);
    setTyped('');
    if (!code) return setNotice('这不是取餐码，请输入取餐号');
    setScanned(code);
    setOpenId(code.id);
  };
  const redeem = (row: CounterRow) => {
    desk.redeem({ id: row.id, code: scanned?.id === row.id ? scanned.code : undefined, name: `${row.number} ${row.dinerName}` });
    setTyped('');
    close();
  };
  const redeemCode = (code: Scanned) => {
    desk.redeem({ ...code, name: '扫到的码' });
    close();
  };
  const scan = () => {
    if (isWeapp)
      void Taro.scanCode({ scanType: ['qrCode'] }).then(
        ({ result }) => take(result),
        () => undefined,
      );
  };
  const found = findRows(rows, typed);
  const current = rows.find(row => row.id === openId);

  /** Enter: a scanner ends with it, and a second Enter is the second tap. */
  const enter = (text: string) => {
    if (text.trim().startsWith('JL1|')) return take(text);
    if (text.trim() === '' && current?.may.redeem.ok) return redeem(current);
    const matches = findRows(rows, text);
    const first = matches.find(row => row.status === 'booked') ?? matches[0];
    if (text.trim() !== '' && first) {
      open(first);
      setTyped('');
    }
  };

  const waived = (row: CounterRow) => {
    setNotice(`${row.number} ${row.dinerName} 已代为取消`);
    close();
  };

  const stranger = scanned && !current ? scanned : undefined;
  return {
    ...desk,
    counter,
    rows,
    found,
    current,
    stranger,
    scanned,
    typed,
    notice,
    setTyped,
    setMealId,
    open,
    close,
    redeem,
    redeemCode,
    waived,
    scan,
    enter,
  };
}

export type CounterDesk = ReturnType<typeof useCounterDesk>;
