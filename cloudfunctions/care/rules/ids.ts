/** Ids of the care: the same for the same thing, so that a second attempt is the same attempt. Pure. */
import type { CivilDate } from '../../../types/time';

export const enrolmentId = (classId: string, childId: string): string => `${classId}:${childId}`;
/** One child in one class on one day. */
export const attendanceId = (day: CivilDate, classId: string, childId: string): string => `${day}:${classId}:${childId}`;
export const sessionId = (day: CivilDate, classId: string): string => `${day}:${classId}`;

/** The parts of an attendance's id; undefined when it is none. */
export function readAttendanceId(id: string): { day: CivilDate; classId: string; childId: string } | undefined {
  const [day, classId, childId] = id.split(':');
  return day && classId && childId && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day: day as CivilDate, classId, childId } : undefined;
}

export type SeatKind = 'general' | 'reserved';
export const roomId = (classId: string, kind: SeatKind): string => `care:${classId}${kind === 'reserved' ? '~r' : ''}`;
/** A place is held for one round of signing up, so that giving back an old one cannot free a new one. */
export const holderOf = (childId: string, round: number): string => `${childId}~${round}`;
/** The child of a holder. */
export const childOfHolder = (holder: string): string => holder.slice(0, holder.lastIndexOf('~'));

/** Where files of the care lie in the storage. */
export const fileFolder = (communityId: string, what: 'pictures' | 'documents', of: string): string =>
  `care/${communityId}/${what}/${of.replace(/[^A-Za-z0-9_-]/g, '_')}/`;

/** An id of the storage that names one picture directly in that folder, and nothing elsewhere. */
export function isOurFile(fileId: string, folder: string): boolean {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? '';
  return path.startsWith(folder) && /^[\w-]+\.jpg$/.test(path.slice(folder.length));
}
