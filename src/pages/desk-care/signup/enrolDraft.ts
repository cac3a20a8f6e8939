/** A family at the desk: the child, its guardian and the signed papers, while they are typed. Pure. */
import type { CareContract, ConsentPurpose } from '../../../../types/care';
import type { InputOf } from '../../../../types/contract';
import type { CivilDate } from '../../../../types/time';
import { readDay } from '../../desk/people/draft';
import type { Wrong } from './termDraft';

export interface EnrolDraft {
  name: string;
  birthDate: string;
  school: string;
  schoolClass: string;
  guardianName: string;
  relation: string;
  phone: string;
  paper: ConsentPurpose[];
}

export const emptyEnrol: EnrolDraft = {
  name: '',
  birthDate: '',
  school: '',
  schoolClass: '',
  guardianName: '',
  relation: '',
  phone: '',
  paper: [],
};

type NewChild = Exclude<InputOf<CareContract, 'enrolFor'>['child'], { childId: string }>;

/** @returns the child as it is sent, and what is wrong with which line; empty when all is well */
export function readEnrol(draft: EnrolDraft): { child: NewChild; wrong: Wrong } {
  const wrong: Wrong = {};
  const text = (key: 'name' | 'school' | 'schoolClass' | 'guardianName' | 'relation', say: string): string => {
    if (!draft[key].trim()) wrong[key] = say;
    return draft[key].trim();
  };
  const birthDate = readDay(draft.birthDate);
  if (!birthDate) wrong.birthDate = '请写年月日，比如 2017-05-20';
  if (!/^1[3-9]\d{9}$/.test(draft.phone.trim())) wrong.phone = '手机号是 11 位数字';
  if (!draft.paper.includes('care')) wrong.paper = '没有签“托管和接送”的同意书，不能保存孩子的信息';
  const child = {
    name: text('name', '请写孩子的姓名'),
    birthDate: (birthDate ?? '') as CivilDate,
    school: text('school', '请写学校'),
    schoolClass: text('schoolClass', '请写年级班级'),
    guardian: {
      name: text('guardianName', '请写监护人的姓名'),
      relation: text('relation', '请写和孩子的关系'),
      phone: draft.phone.trim(),
    },
    paper: draft.paper,
  };
  return { child, wrong };
}
