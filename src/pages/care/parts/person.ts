/** Somebody's name, relation and number as they are typed. Pure. */
export interface Person {
  name: string;
  relation: string;
  phone: string;
}
export const NOBODY: Person = { name: '', relation: '', phone: '' };
export type PersonGaps = Partial<Record<keyof Person, string>>;

/** A mainland mobile number, with or without the spaces people type. */
export const phoneOf = (text: string): string => text.replace(/[\s-]/g, '');
const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(phoneOf(text));

/** `phone`: must it be there, or may it stay empty. */
export function personGaps(person: Person, phone: 'needed' | 'optional'): PersonGaps {
  const gaps: PersonGaps = {};
  if (person.name.trim() === '') gaps.name = '请写上姓名，老师要核对';
  if (person.relation.trim() === '') gaps.relation = '请选是孩子的谁';
  const empty = phoneOf(person.phone) === '';
  if (empty && phone === 'needed') gaps.phone = '请写上手机号';
  else if (!empty && !isPhone(person.phone)) gaps.phone = '手机号是 11 位数字，请核对';
  return gaps;
}

/** As the contract wants it; without a number where none was typed. */
export function personOf({ name, relation, phone }: Person): { name: string; relation: string; phone?: string } {
  const number = phoneOf(phone);
  return { name: name.trim(), relation: relation.trim(), ...(number ? { phone: number } : {}) };
}
