/** Alerts, circles and watches with fixed values; a test says only what matters to it. */
import { FIRST_SETTINGS } from '../../cloudfunctions/safety/firstSettings';
import type { Circle, Moment, Person } from '../../cloudfunctions/safety/rules/ladder';
import type { Alert, AlertLadder } from '../../types/alerts';
import type { Instant } from '../../types/time';
import type { Watch } from '../../types/watch';
import { clock, onSaturday, saturday } from './canteen';

export const limin: Person = { name: '李敏（女儿）', as: 'family', account: 'wx-limin' };
export const chen: Person = { name: '陈社工', as: 'gridStaff', account: 'wx-chen' };
export const zhou: Person = { name: '周主任', as: 'office', account: 'wx-zhou' };
export const deskPhone: Person = { name: '值班电话', as: 'dutyPhone', phone: '02885550001' };

export const circle = (over: Partial<Circle> = {}): Circle => ({
  family: [limin],
  keeper: [],
  unitLead: [],
  buildingLead: [],
  gridStaff: [chen],
  duty: [],
  dutyPhone: [deskPhone],
  office: [zhou],
  ...over,
});

export const moment = (now: Instant, over: Partial<Moment> = {}): Moment => ({
  now,
  night: false,
  volunteers: new Set(),
  ...over,
});

/** Family at once, grid after five minutes, office after ten more; again after a pause of twenty. */
export const ladder: AlertLadder = {
  rungs: [
    { who: ['family'], after: 0, way: 'push' },
    { who: ['gridStaff'], after: 5, way: 'text' },
    { who: ['office'], after: 10, way: 'call' },
  ],
  pause: 20,
};

export const alert = (over: Partial<Alert> = {}): Alert => ({
  kind: 'sos',
  severity: 'critical',
  subjectId: 'r-wang',
  subjectName: '王桂兰',
  address: { gridId: 'g1', buildingId: 'b3', unitId: 'u2', room: '501' },
  title: '一键求助',
  facts: [],
  source: 'button',
  drill: false,
  absent: false,
  status: 'raised',
  open: true,
  episode: 1,
  raisedAt: onSaturday('09:00'),
  reports: 1,
  lastReportAt: onSaturday('09:00'),
  causes: ['one'],
  ladder,
  round: 1,
  rung: 0,
  step: 0,
  nextAt: onSaturday('09:00'),
  setAt: onSaturday('09:00'),
  paged: [],
  timeline: [],
  ...over,
});

export const watch = (over: Partial<Watch> = {}): Watch => ({
  on: true,
  from: clock('05:00'),
  to: clock('09:30'),
  grace: 60,
  remind: true,
  name: '王桂兰',
  address: { gridId: 'g1', buildingId: 'b3', unitId: 'u2', room: '501' },
  ladders: {},
  familyOrder: [],
  day: saturday,
  phase: 'waiting',
  dueAt: onSaturday('09:30'),
  setAt: onSaturday('04:00'),
  ...over,
});

export const settings = FIRST_SETTINGS;
