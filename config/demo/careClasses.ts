/** The classes of the care in the demo community, and its running term. */
import type { CareClass } from '../../types/care';
import { fen } from '../../types/money';
import { addDays, type CivilDate, instantAt, readClock } from '../../types/time';

const at = (text: string) => readClock(text)!;
type Kind = Pick<CareClass, 'kind' | 'name' | 'weekdays' | 'from' | 'to' | 'capacity' | 'fee'> & Partial<CareClass>;
const WORKDAYS = [1, 2, 3, 4, 5];
/** The afternoon class is full, so that there is a waitlist; the evening class has places left. */
export const CLASSES: Record<string, Kind> = {
  'c-noon': {
    kind: 'noon',
    name: '午餐午休班',
    weekdays: WORKDAYS,
    from: at('11:40'),
    to: at('13:40'),
    capacity: 30,
    fee: fen(60000),
    meal: 'lunch',
  },
  'c-afternoon': {
    kind: 'afternoon',
    name: '四点半班',
    weekdays: WORKDAYS,
    from: at('16:30'),
    to: at('18:00'),
    capacity: 24,
    fee: fen(0),
  },
  'c-evening': {
    kind: 'evening',
    name: '晚间看护班',
    weekdays: WORKDAYS,
    from: at('18:00'),
    to: at('20:00'),
    capacity: 20,
    fee: fen(30000),
    meal: 'dinner',
  },
  'c-weekend': {
    kind: 'afternoon',
    name: '周末看护班',
    weekdays: [6, 7],
    from: at('09:00'),
    to: at('17:00'),
    capacity: 20,
    fee: fen(20000),
    meal: 'lunch',
  },
};

export const term = (today: CivilDate): CareClass['term'] => ({
  name: '本学期',
  first: addDays(today, -60),
  last: addDays(today, 60),
  holidays: [],
});

export const classOf = (id: string, today: CivilDate): CareClass => ({
  ...(CLASSES[id] as Kind),
  termId: 't-demo',
  term: term(today),
  place: id === 'c-noon' ? '一楼餐厅' : '二楼活动室',
  reserved: 0,
  ratio: 12,
  minAge: 5,
  maxAge: 14,
  mode: 'firstCome',
  opensAt: instantAt(addDays(today, -80)),
  closesAt: instantAt(addDays(today, 50)),
  status: 'open',
  group: { revision: 0, digest: '' },
});
