/** Safety in the demo community: settings, watches, keepers, duty, devices, a check-up date, and an alert that is open. */
import { slotCloses, slotPlaces } from '../../cloudfunctions/safety/rules/health';
import { keeperHolder, keeperPlaces } from '../../cloudfunctions/safety/rules/keeping';
import { newWatch, signed } from '../../cloudfunctions/safety/rules/watch';
import type { Device } from '../../types/devices';
import type { Resident } from '../../types/directory';
import type { Slot } from '../../types/health';
import { addDays, type CivilDate, DAY_MS, dayOf, type Instant, instantAt, MINUTE_MS } from '../../types/time';
import type { Assignment, Duty, Shift, Visit, Watch } from '../../types/watch';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';
import { openAlert, pastAlert } from './safetyAlerts';
import { at, before, CHEN, type Elder, settings } from './safetySettings';

const KEPT = 5;
const WATCHED = 40;

/** Everybody had a sign of life this morning but the first, who is reported. */
function watchRow(elder: Elder, i: number, now: Instant): Row {
  const today = dayOf(now);
  const begun: Watch = { ...newWatch(elder, settings, today, now), on: true };
  const source = (['meal', 'checkIn', 'device', 'visit'] as const)[i % 4] ?? 'checkIn';
  const sign = { source, at: instantAt(today, 6 * 60 + (i % 90)) };
  const past = { source, at: instantAt(addDays(today, -1), 7 * 60 + (i % 90)) };
  const watch = signed(begun, sign.at <= now && i > 0 ? sign : past, [], now) ?? begun;
  if (i > 0) return row(COMMUNITY, here(elder.id), watch);
  const tomorrow = instantAt(addDays(today, 1), watch.to);
  return row(COMMUNITY, here(elder.id), { ...watch, day: today, phase: 'alerted', dueAt: tomorrow });
}

const keptBy = (elder: Elder, today: CivilDate): Assignment => ({
  elderName: elder.name,
  address: elder.address,
  keeper: CHEN.account,
  keeperName: CHEN.name,
  keeperPhone: CHEN.phone,
  since: addDays(today, -60),
  visitEvery: 7,
  active: true,
  round: 1,
});

function visitOf(elder: Elder, i: number, now: Instant): Visit {
  const when = before(now, (i * 3 + 1) * DAY_MS);
  const by = { by: CHEN.account, byName: CHEN.name };
  return {
    elderId: elder.id,
    elderName: elder.name,
    day: dayOf(when),
    at: when,
    ...by,
    way: 'door',
    onSite: i % 2 === 0,
    outcome: 'well',
  };
}

const shift = (id: string, name: string, from: string, to: string, person?: Shift['person']): Shift => ({
  id,
  name,
  from: at(from),
  to: at(to),
  ...(person ? { person } : {}),
  substitute: { account: 'wx-zhouzhuren', name: '周主任' },
  away: false,
});

/** The night after next has nobody yet. */
function dutyRow(today: CivilDate, ahead: number): Row {
  const day = addDays(today, ahead);
  const chen = { account: CHEN.account, name: CHEN.name };
  const night = shift('night', '夜班', '18:00', '08:00', chen);
  const { substitute: _substitute, person: _person, ...nobody } = night;
  const doc: Duty = { day, shifts: [shift('day', '白班', '08:00', '18:00', chen), ahead === 2 ? nobody : night] };
  return row(COMMUNITY, here(day), doc);
}

const WHAT = [
  { kind: 'gas', name: '燃气报警器', where: { spot: '厨房' } },
  { kind: 'smoke', name: '烟感', where: { spot: '客厅' } },
  { kind: 'sosPhone', name: '应急手机', where: {} },
] as const;

const deviceOf = (elder: Elder, i: number, now: Instant): Device => ({
  kind: WHAT[i % 3]!.kind,
  label: `${WHAT[i % 3]!.name} ${String(i + 1).padStart(3, '0')}`,
  elderId: elder.id,
  elderName: elder.name,
  address: elder.address,
  ...WHAT[i % 3]!.where,
  battery: i === 1 ? 12 : 90 - i,
  lastContactAt: before(now, i * 20 * MINUTE_MS),
  silentAfter: settings.deviceSilentHours,
  silentAt: (now + settings.deviceSilentHours * 60 * MINUTE_MS) as Instant,
  silent: false,
  active: true,
  registeredAt: before(now, 90 * DAY_MS),
  alarms: i === 0 ? 2 : 0,
  events: [],
});

function slotRows(today: CivilDate): { checkUpSlots: Row[]; places: Row[] } {
  const day = addDays(today, 9);
  const slot: Slot = {
    year: Number(day.slice(0, 4)),
    day,
    from: at('08:00'),
    to: at('10:00'),
    place: '社区卫生服务站',
    capacity: 20,
    open: true,
  };
  const room = { capacity: 20, left: 20, open: true, closesAt: slotCloses(slot), issued: 0, holders: {} };
  return { checkUpSlots: [row(COMMUNITY, here('s-demo'), slot)], places: [row(COMMUNITY, here(slotPlaces('s-demo')), room)] };
}

function keeperRoom(elders: readonly Elder[], now: Instant): Row {
  const holders = Object.fromEntries(elders.map(({ id }) => [keeperHolder(id, 1), `1@${before(now, DAY_MS)}`]));
  const { mostPerKeeper: capacity } = settings;
  const room = {
    capacity,
    left: capacity - elders.length,
    open: true,
    closesAt: 8_000_000_000_000,
    issued: elders.length,
    holders,
  };
  return row(COMMUNITY, here(keeperPlaces(CHEN.account)), room);
}

const withoutUndefined = (fields: Row): Row =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Row;

/** @param residents rows of the roster. @param quiet tests begin without anybody waiting or alarmed. */
export function safetyRows(residents: readonly Row[], now: Instant, quiet: boolean): Record<string, Row[]> {
  const main = row(COMMUNITY, here('main'), settings);
  if (quiet) return { safeties: [main] };
  const today = dayOf(now);
  const everybody = residents.map(({ _id, ...fields }) => ({ ...(fields as unknown as Resident), id: _id.split(':')[1]! }));
  const alone = everybody.filter(({ categories, birthDate }) => categories.includes('livesAlone') && birthDate < '1967');
  const watched = [...alone].sort((a, b) => Number(b.id === 'r-zhaodefu') - Number(a.id === 'r-zhaodefu')).slice(0, WATCHED);
  const kept = watched.slice(0, KEPT);
  const wang = everybody.find(({ id }) => id === 'r-wangguilan');
  const [zhao] = watched;
  const { checkUpSlots, places } = slotRows(today);
  return {
    safeties: [main],
    watches: watched.map((elder, i) => watchRow(elder, i, now)),
    assignments: kept.map(elder => row(COMMUNITY, here(elder.id), keptBy(elder, today))),
    visits: kept.map((elder, i) => row(COMMUNITY, here(`${elder.id}~demo`), visitOf(elder, i, now))),
    duties: [-1, 0, 1, 2, 3].map(ahead => dutyRow(today, ahead)),
    devices: watched.slice(0, 6).map((elder, i) => row(COMMUNITY, here(`d-demo-${i + 1}`), deviceOf(elder, i, now))),
    alerts: [
      ...(wang ? [withoutUndefined(row(COMMUNITY, here(`gas~${wang.id}~1`), pastAlert(wang, now)))] : []),
      ...(zhao ? [withoutUndefined(row(COMMUNITY, here(`checkIn~${zhao.id}~1`), openAlert(zhao, now)))] : []),
    ],
    checkUpSlots,
    places: [...places, keeperRoom(kept, now)],
  };
}
