/** What a community starts with until the office saves its own. Pure data; also what the demo community shows. */
import type { AlertKind, AlertLadder, Rung, RungWay, RungWho } from '../../types/alerts';
import type { SafetySettings } from '../../types/safetySettings';
import { readClock } from '../../types/time';

const at = (text: string) => readClock(text)!;
const rung = (after: number, way: RungWay, ...who: RungWho[]): Rung => ({ who, after, way });

/** Life may be at stake: relatives and neighbours at once, then wider and louder every few minutes. */
const CRITICAL: AlertLadder = {
  rungs: [
    rung(0, 'call', 'family', 'keeper', 'gridStaff', 'duty'),
    rung(2, 'call', 'unitLead', 'buildingLead', 'dutyPhone'),
    rung(3, 'call', 'office'),
  ],
  pause: 3,
};
/** Something is not as usual: family first, then who lives next door. */
const HIGH: AlertLadder = {
  rungs: [
    rung(0, 'text', 'family', 'keeper'),
    rung(10, 'call', 'gridStaff', 'unitLead'),
    rung(10, 'call', 'duty', 'dutyPhone', 'office'),
  ],
  pause: 15,
};
const NORMAL: AlertLadder = {
  rungs: [rung(0, 'push', 'keeper', 'gridStaff'), rung(20, 'text', 'family'), rung(30, 'text', 'duty', 'office')],
  pause: 60,
};

const LADDERS: Record<AlertKind, AlertLadder> = {
  sos: CRITICAL,
  gas: CRITICAL,
  smoke: CRITICAL,
  water: HIGH,
  found: { ...HIGH, rungs: [rung(0, 'call', 'family', 'gridStaff', 'dutyPhone'), ...HIGH.rungs.slice(1)] },
  checkIn: HIGH,
  childLate: { rungs: [rung(0, 'call', 'family'), rung(10, 'call', 'duty', 'office')], pause: 10 },
  other: HIGH,
  mealMissed: NORMAL,
  // Somebody stands at the door and nobody opens: who lives nearby is asked with the family.
  mealUndelivered: { ...HIGH, rungs: [rung(0, 'text', 'family', 'keeper', 'gridStaff'), ...HIGH.rungs.slice(1)] },
  deviceSilent: NORMAL,
};

export const FIRST_SETTINGS: SafetySettings = {
  ladders: LADDERS,
  holdSeconds: 10,
  ackMinutes: 15,
  wayMinutes: 30,
  nightFrom: at('22:00'),
  nightTo: at('06:30'),
  dutyPhone: '',
  relayPhone: '',
  mostPerKeeper: 7,
  visitEvery: 7,
  watchFrom: at('05:00'),
  watchTo: at('09:30'),
  watchGrace: 60,
  mealMissed: true,
  deviceSilentHours: 48,
  lowBattery: 20,
  codeUsesPerHour: 10,
  checkUpAge: 60,
  drillVolunteers: [],
};
