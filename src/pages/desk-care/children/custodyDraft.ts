/** What the office records about who decides and who must not have a child, while it is typed. Pure. */
import type { CareContract } from '../../../../types/care';
import type { InputOf, OutputOf } from '../../../../types/contract';

export type CustodyView = OutputOf<CareContract, 'custody'>;
export interface BarredDraft {
  key: string;
  name: string;
  relation: string;
  phone: string;
  adultId?: string;
}
export interface CustodyDraft {
  barred: BarredDraft[];
  /** Empty: every confirmed guardian decides. */
  decides: string;
  note: string;
  end: string[];
}
export type Wrong = Record<string, string>;

export const custodyDraft = ({ barred, decides, note }: CustodyView): CustodyDraft => ({
  barred: barred.map(({ name, relation, phone = '', adultId }, i) => ({
    key: `b${i}`,
    name,
    relation,
    phone,
    ...(adultId ? { adultId } : {}),
  })),
  decides: decides ?? '',
  note,
  end: [],
});

export function newBarred(list: readonly BarredDraft[], from?: { id: string; name: string; relation: string }): BarredDraft {
  let number = list.length;
  while (list.some(({ key }) => key === `b${number}`)) number += 1;
  return {
    key: `b${number}`,
    name: from?.name ?? '',
    relation: from?.relation ?? '',
    phone: '',
    ...(from ? { adultId: from.id } : {}),
  };
}

/** @returns what is saved, and what is wrong with which line; empty when all is well */
export function readCustody(
  childId: string,
  draft: CustodyDraft,
): { custody: InputOf<CareContract, 'saveCustody'>; wrong: Wrong } {
  const wrong: Wrong = {};
  const barred = draft.barred.map(({ key, name, relation, phone, adultId }) => {
    if (!name.trim()) wrong[`${key}.name`] = '请写姓名，或者去掉这一条';
    if (!relation.trim()) wrong[`${key}.relation`] = '请写和孩子的关系';
    if (phone.trim() && !/^1[3-9]\d{9}$/.test(phone.trim())) wrong[`${key}.phone`] = '手机号是 11 位数字；不知道就空着';
    return {
      name: name.trim(),
      relation: relation.trim(),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(adultId ? { adultId } : {}),
    };
  });
  const changes = barred.length > 0 || draft.decides !== '' || draft.end.length > 0;
  if (changes && !draft.note.trim()) wrong.note = '请写依据，比如判决书或派出所的证明';
  const custody = {
    childId,
    barred,
    ...(draft.decides ? { decides: draft.decides } : {}),
    note: draft.note.trim(),
    end: draft.end,
  };
  return { custody, wrong };
}
