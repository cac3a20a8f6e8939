/** Codes at unit doors: a token to scan, and six figures to type where nothing can be scanned. */
import { randomInt } from 'node:crypto';
import type { Context } from '../_shared/context';
import { doorCodes } from './collections';

const FIGURES = /^\d{6}$/;

/** What a scanned door code opens. */
export const pathOfDoor = (token: string): string => `/pages/safety/door/index?code=${token}`;

/** Two doors may share their figures by chance: what counts is the unit, which the caller compares. */
export const newFigures = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** @returns the units at whose door this code hangs now; none for a code that was replaced */
export async function unitsOfCode(store: Context['store'], code: string): Promise<string[]> {
  if (FIGURES.test(code)) {
    const found = await store.find(doorCodes, { number: code, active: true }, { limit: 20 });
    return found.map(({ unitId }) => unitId);
  }
  const door = await store.read(doorCodes, code);
  return door?.active ? [door.unitId] : [];
}
