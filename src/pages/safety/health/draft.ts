/** 急救卡 while it is being typed, and who read the file, in words. */
import type { EmergencyCard, HealthView } from '../../../../types/safety';
import { type CivilDate, dayOf, dayText } from '../../../../types/time';

export interface ContactDraft {
  name: string;
  relation: string;
  phone: string;
}
type ListKey = 'drugAllergies' | 'illnesses' | 'medicines';
export type CardDraft = Record<ListKey | 'hospital' | 'hints', string> &
  Pick<EmergencyCard, 'blood'> & { contacts: ContactDraft[] };
export type Wrong = Partial<Record<string, string>>;

/** What the contract takes at most. */
const MOST: Record<ListKey, number> = { drugAllergies: 12, illnesses: 12, medicines: 20 };
const LONGEST = 40;
export const MOST_CONTACTS = 5;

export const draftOf = ({ drugAllergies, illnesses, medicines, contacts, blood, hospital, hints }: EmergencyCard): CardDraft => ({
  drugAllergies: drugAllergies.join('、'),
  illnesses: illnesses.join('、'),
  medicines: medicines.join('、'),
  contacts: contacts.map(({ name, relation, phone }) => ({ name, relation, phone })),
  ...{ blood, hospital, hints },
});

/** People part what they list with commas, semicolons or a new line, as it comes. */
const partsOf = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/)
    .map(part => part.trim())
    .filter(Boolean);

const isPhone = (text: string): boolean => /^[\d+][\d\- ]{2,19}$/.test(text);

function contactsIn(drafts: readonly ContactDraft[], wrong: Wrong): EmergencyCard['contacts'] {
  const trimmed = drafts.map(({ name, relation, phone }) => ({
    name: name.trim(),
    relation: relation.trim(),
    phone: phone.trim(),
  }));
  trimmed.forEach(({ name, relation, phone }, i) => {
    if (!name && !relation && !phone) return;
    if (!name) wrong[`${i}.name`] = '请写名字';
    if (!relation) wrong[`${i}.relation`] = '请写是谁，比如 女儿';
    if (!isPhone(phone)) wrong[`${i}.phone`] = '请写电话号码';
  });
  return trimmed.filter(({ name, relation, phone }) => name || relation || phone);
}

/** @returns the card, and what is wrong with which line; empty when all is well */
export function readCard(draft: CardDraft): { card: EmergencyCard; wrong: Wrong } {
  const wrong: Wrong = {};
  const list = (key: ListKey): string[] => {
    const parts = partsOf(draft[key]);
    if (parts.length > MOST[key]) wrong[key] = `最多写 ${MOST[key]} 样`;
    else if (parts.some(part => part.length > LONGEST)) wrong[key] = `每样最多 ${LONGEST} 个字，用顿号分开`;
    return parts;
  };
  const card = {
    blood: draft.blood,
    drugAllergies: list('drugAllergies'),
    illnesses: list('illnesses'),
    medicines: list('medicines'),
    hospital: draft.hospital.trim(),
    hints: draft.hints.trim(),
    contacts: contactsIn(draft.contacts, wrong),
  };
  return { card, wrong };
}

/** Nothing was written down yet. */
export const isBlank = ({ blood, drugAllergies, illnesses, medicines, hospital, hints, contacts }: EmergencyCard): boolean =>
  blood === 'unknown' && [drugAllergies, illnesses, medicines, hospital, hints, contacts].every(({ length }) => length === 0);

const WHAT = { healthFile: '看了健康档案', emergencyCard: '处理求助时看了急救卡' } as const;

/** Who looked, newest first; several looks of one person on one day are one line. */
export function readLines(reads: HealthView['reads'], today: CivilDate): { who: string; what: string }[] {
  const lines = new Map<string, { who: string; what: string; times: number }>();
  for (const { at, byName, what } of reads) {
    const day = dayOf(at);
    const key = `${byName} ${what} ${day}`;
    const line = lines.get(key) ?? { who: byName, what: `${dayText(day, today)}${WHAT[what]}`, times: 0 };
    lines.set(key, { ...line, times: line.times + 1 });
  }
  return [...lines.values()].map(({ who, what, times }) => ({ who, what: times > 1 ? `${what}，${times} 次` : what }));
}
