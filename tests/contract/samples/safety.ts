import { settings } from '../../../config/demo/safetySettings';
import { EMPTY_CARD } from '../../../types/health';
import type { SafetyContract } from '../../../types/safety';
import { civilDate, readClock } from '../../../types/time';
import { type Day, OFFICE, type Samples, WANG } from './shape';

const LIMIN = 'wx-limin';
const at = (text: string) => readClock(text)!;
/** An alert, a code, a device that nobody has: what matters is who may ask. */
const NONE = 'sos~none~1';
const one = { by: LIMIN, input: { id: NONE } };
const sees = { meals: true, signs: true, alerts: true, health: false };
const shift = { id: 'day', name: '白班', from: at('08:00'), to: at('18:00'), away: false };
const watch = { on: true, from: at('05:00'), to: at('09:30'), grace: 60, remind: true };

export const safetySamples = (day: Day): Samples<SafetyContract> => ({
  alert: one,
  sos: { by: 'wx-wangguilan', input: {} },
  releaseSos: one,
  cancelSos: one,
  raiseAlert: { by: OFFICE, input: { kind: 'other', elderId: WANG, title: '摔倒了' } },
  acknowledge: one,
  goNow: one,
  arrive: one,
  candidates: one,
  handOver: { by: OFFICE, input: { id: NONE, key: 'none' } },
  comment: { by: LIMIN, input: { id: NONE, text: '我在打电话' } },
  sayFine: one,
  resolve: { by: LIMIN, input: { id: NONE, resolution: 'fine' } },
  emergencyCard: one,
  photoTicket: { by: OFFICE, input: {} },
  photos: one,
  tellNotifications: { by: LIMIN, input: { on: true } },

  mySafety: { by: 'wx-wangguilan', input: {} },
  checkIn: { by: 'wx-wangguilan', input: {} },
  parentDay: { by: LIMIN, input: { elderId: WANG } },
  absences: { by: LIMIN, input: { elderId: WANG } },
  recordAbsence: { by: LIMIN, input: { elderId: WANG, from: day, to: day, where: '女儿家' } },
  endAbsence: { by: LIMIN, input: { id: `${WANG}~${day}` } },
  consents: { by: 'wx-wangguilan', input: {} },
  saveConsent: { by: 'wx-wangguilan', input: { key: 'none', sees } },
  alertPath: { by: LIMIN, input: { elderId: WANG } },
  testPath: { by: LIMIN, input: { elderId: WANG } },
  returnCodes: { by: LIMIN, input: { elderId: WANG } },
  issueReturnCode: { by: LIMIN, input: { elderId: WANG } },
  revokeReturnCode: { by: LIMIN, input: { id: 'none' } },
  returnCodePaper: { by: LIMIN, input: { id: 'none' } },
  scanReturnCode: { by: 'wx-passerby', input: { code: 'none' } },
  reportFound: { by: 'wx-passerby', input: { code: 'none', wants: 'place' } },

  myElders: { by: OFFICE, input: {} },
  keepers: { by: OFFICE, input: {} },
  assignKeeper: { by: OFFICE, input: { elderId: WANG, account: 'wx-chenshegong' } },
  endKeeping: { by: OFFICE, input: { elderId: WANG } },
  logVisit: { by: OFFICE, input: { elderId: WANG, way: 'door', outcome: 'well' } },
  visits: { by: OFFICE, input: { elderId: WANG } },
  doorCodes: { by: OFFICE, input: { buildingId: 'b3' } },
  makeDoorCode: { by: OFFICE, input: { unitId: 'b3u2' } },
  doorSigns: { by: OFFICE, input: { buildingId: 'b3' } },
  watches: { by: OFFICE, input: {} },
  watch: { by: OFFICE, input: { elderId: WANG } },
  saveWatch: { by: OFFICE, input: { elderId: WANG, ...watch } },
  elderLadders: { by: LIMIN, input: { elderId: WANG } },
  saveElderLadders: { by: OFFICE, input: { elderId: WANG, ladders: {}, family: [] } },
  proposeElderLadders: { by: LIMIN, input: { elderId: WANG, ladders: {}, family: [] } },
  communityAbsences: { by: OFFICE, input: {} },

  board: { by: OFFICE, input: {} },
  history: { by: OFFICE, input: {} },
  report: { by: OFFICE, input: { month: day.slice(0, 7) } },
  exportReport: { by: OFFICE, input: { month: day.slice(0, 7) } },
  startDrill: { by: OFFICE, input: { elderId: WANG, kind: 'gas' } },
  duty: { by: OFFICE, input: { from: day } },
  saveDuty: { by: OFFICE, input: { day, shifts: [shift] } },
  copyDuty: { by: OFFICE, input: { from: day } },
  settings: { by: OFFICE, input: {} },
  saveSettings: { by: OFFICE, input: settings },
  devices: { by: OFFICE, input: {} },
  registerDevice: { by: OFFICE, input: { kind: 'gas', label: '汉威 JT-001', elderId: WANG, spot: '厨房' } },
  renewSecret: { by: OFFICE, input: { id: 'none' } },
  retireDevice: { by: OFFICE, input: { id: 'none' } },

  healthFile: { by: OFFICE, input: { elderId: WANG } },
  saveCard: { by: OFFICE, input: { elderId: WANG, card: EMPTY_CARD } },
  checkUpDue: { by: OFFICE, input: { year: 2026 } },
  checkUp: { by: LIMIN, input: { elderId: WANG } },
  slots: { by: OFFICE, input: { year: 2026 } },
  saveSlot: {
    by: OFFICE,
    input: { year: 2026, day, from: at('08:00'), to: at('10:00'), place: '社区卫生站', capacity: 20, open: true },
  },
  bookCheckUp: { by: LIMIN, input: { elderId: WANG, slotId: 'none', wheelchair: true } },
  cancelCheckUp: { by: LIMIN, input: { id: `2026~${WANG}` } },
  transports: { by: OFFICE, input: {} },
  takeTransport: { by: OFFICE, input: { id: `2026~${WANG}` } },
  finishTransport: { by: OFFICE, input: { id: `2026~${WANG}` } },
  recordResult: {
    by: OFFICE,
    input: { elderId: WANG, year: 2026, day: civilDate('2026-11-20'), grade: 'normal', summary: '血压偏高' },
  },
});
