/** A dish of the library while it is typed. */
import type { CanteenContract, LibraryDish } from '../../../../types/canteen';
import type { InputOf } from '../../../../types/contract';
import { readYuan, yuanText } from '../../../../types/money';

export interface LibraryDraft extends Pick<LibraryDish, 'allergens' | 'marks' | 'photo'> {
  name: string;
  /** 狮子头、清炒时蔬 */
  parts: string;
  price: string;
  cost: string;
}

const plain = (amount: LibraryDish['price'] | undefined): string => (amount === undefined ? '' : yuanText(amount).slice(1));

export const libraryDraft = (dish: LibraryDish | undefined): LibraryDraft => ({
  name: dish?.name ?? '',
  parts: dish?.parts.join('、') ?? '',
  price: plain(dish?.price),
  cost: plain(dish?.cost),
  allergens: dish?.allergens ?? [],
  marks: dish?.marks ?? [],
  photo: dish?.photo,
});

const MONEY = '请写金额，比如 12 或 12.5';

/** @returns the dish, and what is wrong with which line */
export function readLibraryDish(draft: LibraryDraft): {
  dish: Omit<InputOf<CanteenContract, 'saveDish'>, 'id'>;
  wrong: Record<string, string>;
} {
  const wrong: Record<string, string> = {};
  const name = draft.name.trim();
  if (name === '') wrong.name = '请写菜名';
  const parts = draft.parts.split(/[、，,\n]/).flatMap(part => part.trim() || []);
  if (parts.length > 8 || parts.some(part => part.length > 20)) wrong.parts = '最多 8 样，每样不超过 20 个字';
  const price = readYuan(draft.price);
  if (price === undefined) wrong.price = MONEY;
  const cost = draft.cost.trim() === '' ? undefined : readYuan(draft.cost);
  if (draft.cost.trim() !== '' && cost === undefined) wrong.cost = MONEY;
  const { allergens, marks, photo } = draft;
  const extra = { ...(cost === undefined ? {} : { cost }), ...(photo === undefined ? {} : { photo }) };
  return { dish: { name, parts, price: price ?? (0 as LibraryDish['price']), allergens, marks, ...extra }, wrong };
}
