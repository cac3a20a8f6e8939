/** A resident while being written down. */
import type { Allergen, Category, Diet } from '../../../../types/directory';
import type { ResidentSheet } from '../../../../types/people';
import { isCivilDate } from '../../../../types/time';

export interface FormData {
  name: string;
  birthDate: string;
  phone: string;
  buildingId: string;
  unitId: string;
  room: string;
  cardNo: string;
  categories: Category[];
  allergens: Allergen[];
  diets: Diet[];
}

export const emptyForm = (buildingId = '', unitId = ''): FormData => ({
  name: '',
  birthDate: '',
  phone: '',
  buildingId,
  unitId,
  room: '',
  cardNo: '',
  categories: [],
  allergens: [],
  diets: [],
});

export const formOf = ({
  name,
  birthDate,
  phone = '',
  buildingId,
  unitId,
  room,
  cardNo = '',
  categories,
  allergens,
  diets,
}: ResidentSheet): FormData => ({
  name,
  birthDate,
  phone,
  buildingId,
  unitId,
  room,
  cardNo,
  categories,
  allergens,
  diets,
});

/** `19480305`, `1948.3.5`, `1948年3月5日` as people write it; undefined when it is no day. */
export function readDay(text: string): string | undefined {
  const match = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text.trim());
  const day = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
  return isCivilDate(day) ? day : undefined;
}

/** What has to be put right, by line. */
export function wrongIn(form: FormData): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (!form.name.trim()) wrong.name = '请填姓名';
  if (!readDay(form.birthDate)) wrong.birthDate = '请写年月日，比如 1948-03-05';
  if (form.phone.trim() && !/^1[3-9]\d{9}$/.test(form.phone.trim())) wrong.phone = '手机号是 11 位数字；没有就空着';
  if (!form.unitId) wrong.unitId = '请选楼栋和单元';
  if (!form.room.trim()) wrong.room = '请填房号，比如 501';
  return wrong;
}

/** As the contract wants it; call it when nothing is wrong. */
export const inputOf = (form: FormData, id: string | undefined) => ({
  ...(id ? { id } : {}),
  name: form.name.trim(),
  birthDate: readDay(form.birthDate) as ResidentSheet['birthDate'],
  ...(form.phone.trim() ? { phone: form.phone.trim() } : {}),
  ...(form.cardNo.trim() ? { cardNo: form.cardNo.trim() } : {}),
  unitId: form.unitId,
  room: form.room.trim(),
  categories: form.categories,
  allergens: form.allergens,
  diets: form.diets,
});
