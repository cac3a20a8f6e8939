/** The care in tests: a class made for the test, children with guardians who have accounts, what lies in the database. */
import type { Attendance, Child, Enrolment } from '../../types/care';
import { fen } from '../../types/money';
import { addDays, type CivilDate, civilDate, instantAt, readClock } from '../../types/time';
import { gesture, type Person, type World } from '.';

const at = (text: string) => readClock(text)!;
export const said = [{ purpose: 'care' as const, given: true, version: 1 }];

export type ClassOver = Partial<{
  name: string;
  capacity: number;
  reserved: number;
  reservedUntil: number;
  mode: 'firstCome' | 'draw';
  from: string;
  to: string;
  opensAt: number;
  closesAt: number;
  meal: 'lunch' | 'dinner';
  fee: number;
}>;

/** A term of eight weeks around the first day of the test, and an open class in it. @returns the id of the class */
export async function classWith(world: World, office: Person, over: ClassOver = {}): Promise<string> {
  const { today } = world;
  const term = await office.care('saveTerm', {
    name: '测试学期',
    first: addDays(today, -7),
    last: addDays(today, 49),
    holidays: [],
  });
  const cls = await office.care('saveClass', {
    termId: term.id,
    kind: 'afternoon',
    name: over.name ?? '四点半班',
    place: '二楼',
    weekdays: [1, 2, 3, 4, 5],
    from: at(over.from ?? '16:30'),
    to: at(over.to ?? '18:00'),
    capacity: over.capacity ?? 20,
    reserved: over.reserved ?? 0,
    ...(over.reservedUntil ? { reservedUntil: over.reservedUntil as never } : {}),
    ratio: 10,
    fee: fen(over.fee ?? 0),
    minAge: 5,
    maxAge: 14,
    ...(over.meal ? { meal: over.meal } : {}),
    mode: over.mode ?? 'firstCome',
    opensAt: (over.opensAt ?? instantAt(today, 0)) as never,
    closesAt: (over.closesAt ?? instantAt(addDays(today, 30), 0)) as never,
  });
  await office.care('stepClass', { id: cls.id, status: 'open' });
  return cls.id;
}

/** A child of this person. @returns its id */
export async function childOf(parent: Person, name: string, born = '2017-05-20'): Promise<string> {
  const profile = { name, birthDate: civilDate(born), school: '幸福路小学', schoolClass: '三年级2班' };
  return (await parent.care('addChild', { ...profile, relation: '母亲', said })).childId;
}

/** What happened to one attempt: `ok` or the code of the refusal. */
export async function careOutcome(
  person: Person,
  action: string,
  input: unknown,
  requestId = gesture(),
): Promise<{ code: string; status: number; data?: unknown }> {
  const { status, reply } = await person.raw('care', { action, input, requestId });
  return reply.ok ? { status, code: 'ok', data: reply.data } : { status, code: reply.error?.code ?? 'none' };
}

type Room = { capacity: number; left: number; holders: Record<string, string> };
export const enrolmentsIn = (world: World, classId: string): (Enrolment & { _id: string })[] =>
  world.engine.peek('careEnrolments', { classId }, 5000) as (Enrolment & { _id: string })[];
export const roomOf = (world: World, classId: string): Room =>
  (world.engine.peek('places', { _id: `xingfuli:care:${classId}` }) as Room[])[0]!;
export const daysOf = (world: World, filter: object): Attendance[] =>
  world.engine.peek('careAttendances', filter, 1000) as Attendance[];
export const childDoc = (world: World, id: string): Child =>
  (world.engine.peek('careChildren', { _id: `xingfuli:${id}` }) as Child[])[0]!;
export const dayId = (day: CivilDate, classId: string, childId: string): string => `${day}:${classId}:${childId}`;

/** Letters of some kind that came to a person. */
export const lettersTo = (world: World, openid: string, kind: string): { title: string; text: string }[] =>
  world.engine.peek('letters', { to: openid, kind }, 100) as { title: string; text: string }[];
