/** What is written about a child before it is handed in. Pure; never kept on the phone. */
import type { ConsentPurpose } from '../../../../types/care';
import { isCivilDate } from '../../../../types/time';
import type { ChildFile } from '../queries';

export interface Draft {
  name: string;
  birthDate: string;
  relation: string;
  school: string;
  schoolClass: string;
  buildingId: string;
  unitId: string;
  room: string;
}
export const EMPTY: Draft = {
  name: '',
  birthDate: '',
  relation: '',
  school: '',
  schoolClass: '',
  buildingId: '',
  unitId: '',
  room: '',
};
export type Gaps = Partial<Record<'name' | 'birthDate' | 'relation' | 'school' | 'schoolClass' | 'home', string>>;
export type Said = Partial<Record<ConsentPurpose, boolean>>;

export const draftOf = ({ name, birthDate, school, schoolClass, home }: ChildFile): Draft => ({
  ...EMPTY,
  name,
  birthDate,
  school,
  schoolClass,
  buildingId: home?.buildingId ?? '',
  unitId: home?.unitId ?? '',
  room: home?.room ?? '',
});

/** What is missing, each with what to do. `isNew`: the relation is asked as well. */
export function gapsOf(draft: Draft, isNew: boolean): Gaps {
  const gaps: Gaps = {};
  if (draft.name.trim() === '') gaps.name = '请写上孩子的姓名';
  if (!isCivilDate(draft.birthDate)) gaps.birthDate = '请选出生日期';
  if (isNew && draft.relation.trim() === '') gaps.relation = '请选您是孩子的谁';
  if (draft.school.trim() === '') gaps.school = '请写上学校';
  if (draft.schoolClass.trim() === '') gaps.schoolClass = '请写上年级和班级';
  const home = [draft.buildingId, draft.unitId, draft.room.trim()].filter(Boolean).length;
  if (home > 0 && home < 3) gaps.home = '楼栋、单元、房号请填全，或者都不填';
  return gaps;
}

/** As the contract wants it; only after `gapsOf` found nothing. */
export function profileOf(draft: Draft) {
  const { name, birthDate, school, schoolClass, buildingId, unitId, room } = draft;
  return {
    name: name.trim(),
    birthDate: birthDate as ChildFile['birthDate'],
    school: school.trim(),
    schoolClass: schoolClass.trim(),
    ...(buildingId ? { home: { buildingId, unitId, room: room.trim() } } : {}),
  };
}

/** Every text has an answer, and the one that is needed is a yes. */
export const mayGoOn = (said: Said, purposes: readonly ConsentPurpose[]): boolean =>
  said.care === true && purposes.every(purpose => said[purpose] !== undefined);
