import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Instant } from '../../../../types/time';
import { useOutbox } from '../../../services/outbox';
import { isWeapp, systemNow } from '../../../services/platform';
import { keep, recall } from '../../../services/store';
import { type Shown, useQueryOf } from '../../../services/useDoor';
import { canteen, dayHere } from '../queries';
import { checkOffs, withWaiting } from './checkOffs';
import { type CounterRow, type Found, findRows, NOT_TEXT, readFound } from './find';

/** Two counters work side by side: each sees what the other handed out. */
const EVERY_MS = 8_000;
const WHERE = 'jl:counter';

/** A scanner types where the cursor is; on a phone this would only raise the keyboard. */
function focusSearch(): void {
  if (isWeapp || !window.matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  setTimeout(() => document.querySelector<HTMLInputElement>('.counter-search input')?.focus(), 50);
}

/** The list of another day, left on the phone, is nobody's list today. */
function ofToday<T extends { today: string }>(shown: Shown<T>): Shown<T> {
  return shown.data && shown.stale && shown.data.today !== dayHere() ? { ...shown, data: undefined, loading: true } : shown;
}

/** What this counter calls itself, kept on the phone: a second use says where the first was. */
function useWhere() {
  const [where, set] = useState(() => recall<string>(WHERE) ?? '');
  const setWhere = (name: string) => {
    keep(WHERE, name);
    set(name);
  };
  return { where, setWhere };
}

/** What the counter knows and does: the meal, the list, who stands before it. */
export function useCounterDesk() {
  const [mealId, setMealId] = useState<string>();
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<string>();
  const [scanned, setScanned] = useState<Exclude<Found, { is: 'not' }>>();
  const [notice, setNotice] = useState<{ text: string; bad?: boolean }>();
  const { where, setWhere } = useWhere();
  // Kept on the phone, allergies too, for this day alone: without network the warning must be there all the same.
  const counter = ofToday(useQueryOf(canteen, 'counter', mealId ? { mealId } : {}, { everyMs: EVERY_MS, keep: true }));
  const { waiting, refused } = useOutbox(checkOffs);
  const rows = withWaiting(counter.data?.rows ?? [], waiting);
  const ready = counter.data !== undefined;
  useEffect(() => {
    if (ready) focusSearch();
  }, [ready]);
  /** The cloud's clock, as far as this phone knows it: a check-off is written under the time it happened. */
  const ahead = counter.data ? counter.data.now - counter.at : 0;
  const nowThere = () => (systemNow() + ahead) as Instant;

  const close = () => {
    setOpenId(undefined);
    setScanned(undefined);
    focusSearch();
  };
  const open = (row: CounterRow) => {
    setScanned(undefined);
    setOpenId(row.id);
  };
  const take = (text: string) => {
    setTyped('');
    const found = readFound(text, rows, nowThere());
    if (found.is === 'not') return setNotice({ text: NOT_TEXT[found.why], bad: true });
    setNotice(undefined);
    setScanned(found);
    setOpenId(found.is === 'guest' ? found.row.id : undefined);
  };
  const scan = () => {
    if (isWeapp)
      void Taro.scanCode({ scanType: ['qrCode'] }).then(
        ({ result }) => take(result),
        () => undefined,
      );
  };
  const handOut = (id: string, name: string, code?: string) => {
    const input = { id, name, at: nowThere(), ...(code ? { code } : {}), ...(where.trim() ? { where: where.trim() } : {}) };
    const kept = checkOffs.add(id, input);
    setNotice(kept ? { text: `${name} 已取餐` } : { text: `${name} 已取餐。手机存储满了，请先别关掉页面`, bad: true });
    setTyped('');
    close();
  };
  const redeem = (row: CounterRow) => {
    const code = scanned?.is === 'guest' && scanned.row.id === row.id ? scanned.text : undefined;
    handOut(row.id, `${row.number} ${row.dinerName}`, code);
  };
  const found = findRows(rows, typed);
  const current = rows.find(row => row.id === openId);

  /** Enter: a scanner ends with it, and a second Enter is the second tap. */
  const enter = (text: string) => {
    if (/^JL.\|/.test(text.trim())) return take(text);
    if (text.trim() === '' && current?.may.redeem.ok) return redeem(current);
    const matches = findRows(rows, text);
    const first = matches.find(row => row.status === 'booked') ?? matches[0];
    if (text.trim() !== '' && first) {
      open(first);
      setTyped('');
    }
  };

  return {
    counter,
    rows,
    found,
    current,
    scanned,
    waiting,
    refused,
    typed,
    notice,
    where,
    setWhere,
    setTyped,
    setMealId,
    open,
    close,
    redeem,
    handOut,
    scan,
    enter,
    waived: (row: CounterRow) => {
      setNotice({ text: `${row.number} ${row.dinerName} 已代为取消` });
      close();
    },
  };
}

export type CounterDesk = ReturnType<typeof useCounterDesk>;
