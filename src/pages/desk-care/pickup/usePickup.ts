import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { PickupMatch } from '../../../../types/care';
import { isWeapp } from '../../../services/platform';
import { useQueryOf } from '../../../services/useDoor';
import { useSettled } from '../../desk/useSettled';
import { useMany } from '../parts/useMany';
import { care } from '../queries';
import { type Adult, adultFor, currentOf, proofFor, readAsked } from './read';

/** Two phones at one door: what the other one handed over shows within seconds. */
const EVERY_MS = 4_000;
const SHOWN = 6;

/** A scanner types where the cursor is; on a phone this would only raise the keyboard. */
function focusSearch(): void {
  if (isWeapp || !window.matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  setTimeout(() => document.querySelector<HTMLInputElement>('.pickup-search input')?.focus(), 50);
}

/** What the counter knows and does: what was typed, whose child that is, who gets it. */
export function usePickup() {
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<string>();
  const [chosenId, setChosenId] = useState<string>();
  const [done, setDone] = useState<readonly PickupMatch[]>([]);
  const settled = useSettled(typed);
  useEffect(focusSearch, []);

  // A code is whole with its sixth digit; a name may still grow.
  const now = readAsked(typed);
  const asked = now.kind === 'name' ? readAsked(settled) : now;
  const text = asked.kind === 'none' ? '' : asked.text;
  const check = useQueryOf(care, 'checkPickup', { text }, { when: text !== '', everyMs: EVERY_MS });
  const matches = text === '' ? [] : (check.data?.matches ?? []);
  const current = currentOf(matches, openId);
  const adult = current && adultFor(current, chosenId);

  const type = (value: string) => {
    setTyped(value);
    setOpenId(undefined);
    setChosenId(undefined);
  };
  const clear = () => {
    type('');
    focusSearch();
  };
  const { busy, undone, forget, run } = useMany('release', match => {
    setDone(list => [match, ...list].slice(0, SHOWN));
    // Only while the counter still shows this child: somebody may have typed the next name already.
    if (match.id === current?.id) clear();
  });
  const release = (match: PickupMatch, to: Adult) =>
    run({ key: match.id, name: match.childName, input: { id: match.id, adultId: to.id, ...proofFor(match, to.id, asked) } });

  /** Enter after a code was read is the second tap. */
  const enter = () => {
    if (current && adult) release(current, adult);
  };
  const scan = () =>
    void Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => type(result),
      () => undefined,
    );
  const open = (id: string | undefined) => {
    setOpenId(id);
    setChosenId(undefined);
  };
  const byCode = asked.kind === 'code';
  return {
    typed,
    now,
    text,
    byCode,
    check,
    matches,
    current,
    adult,
    done,
    busy,
    undone,
    forget,
    type,
    clear,
    open,
    enter,
    scan,
    release,
    choose: setChosenId,
  };
}

export type Pickup = ReturnType<typeof usePickup>;
