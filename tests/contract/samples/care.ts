import { FIRST_SETTINGS } from '../../../cloudfunctions/care/firstSettings';
import { type CareContract, NO_HEALTH } from '../../../types/care';
import { fen } from '../../../types/money';
import { addDays, civilDate, instantAt, readClock } from '../../../types/time';
import { type Day, OFFICE, type Samples } from './shape';

const PARENT = 'wx-wangguilan';
const at = (text: string) => readClock(text)!;
/** A child, a class, a day that nobody has: what matters is who may ask. */
const child = { childId: 'k-none' };
const one = { by: OFFICE, input: { id: 'c-none:k-none' } };
const said = [{ purpose: 'care' as const, given: true, version: 1 }];
const profile = { name: '吴小雨', birthDate: civilDate('2017-05-20'), school: '幸福路小学', schoolClass: '三年级2班' };
const adult = { name: '吴奶奶', relation: '奶奶' };

export const careSamples = (day: Day): Samples<CareContract> => {
  const attendance = { attendanceId: `${day}:c-none:k-none` };
  const dayId = { id: attendance.attendanceId };
  return {
    myCare: { by: PARENT, input: {} },
    child: { by: PARENT, input: child },
    consentTexts: { by: PARENT, input: {} },
    addChild: { by: PARENT, input: { ...profile, relation: '父亲', said } },
    saveChild: { by: PARENT, input: { ...child, ...profile } },
    eraseChild: { by: PARENT, input: child },
    saveConsent: { by: PARENT, input: { ...child, purpose: 'pictures', given: false, version: 1 } },
    health: { by: PARENT, input: child },
    saveHealth: { by: PARENT, input: { ...child, health: NO_HEALTH } },
    inviteGuardian: { by: PARENT, input: { ...child, name: '陈静', relation: '母亲', phone: '13900000041' } },
    answerInvitation: { by: PARENT, input: { ...child, accept: true } },
    endGuardian: { by: PARENT, input: { ...child, guardianId: 'g-none' } },
    addAdult: { by: PARENT, input: { ...child, ...adult } },
    endAdult: { by: PARENT, input: { ...child, adultId: 'p-none' } },
    addTemporary: { by: PARENT, input: { ...attendance, ...adult, text: false } },
    endTemporary: { by: PARENT, input: { ...attendance, adultId: 't-none' } },
    codes: { by: PARENT, input: attendance },
    pictures: { by: PARENT, input: attendance },
    incident: { by: PARENT, input: { id: 'i-none' } },

    classes: { by: PARENT, input: {} },
    signUp: { by: PARENT, input: { classId: 'c-none', ...child } },
    answerOffer: { by: PARENT, input: { id: 'c-none:k-none', accept: true } },
    withdraw: { by: PARENT, input: { id: 'c-none:k-none' } },
    documentTicket: { by: PARENT, input: {} },
    draw: { by: PARENT, input: { classId: 'c-none' } },
    calendar: { by: PARENT, input: { classId: 'c-none', month: day.slice(0, 7) } },
    giveLeave: { by: PARENT, input: { classId: 'c-none', ...child, day, reason: '生病' } },
    cancelLeave: { by: PARENT, input: attendance },
    explainAbsence: { by: PARENT, input: { ...attendance, reason: 'sick', text: '' } },

    board: { by: OFFICE, input: {} },
    roll: { by: OFFICE, input: { classId: 'c-none' } },
    startDuty: { by: OFFICE, input: { classId: 'c-none' } },
    endDuty: { by: OFFICE, input: { classId: 'c-none' } },
    signIn: { by: OFFICE, input: { classId: 'c-none', ...child, how: 'tap' } },
    undoSignIn: { by: OFFICE, input: dayId },
    recordCall: { by: OFFICE, input: { ...dayId, reached: true, text: '' } },
    addActivity: { by: OFFICE, input: { classId: 'c-none', what: 'homework', text: '' } },
    saveDay: { by: OFFICE, input: { ...dayId, ate: 'all' } },
    pictureTicket: { by: OFFICE, input: dayId },
    reportIncident: { by: OFFICE, input: { ...dayId, kind: 'fall', text: '跑步时摔了一下' } },
    checkPickup: { by: OFFICE, input: { text: 'wx' } },
    release: { by: OFFICE, input: { ...dayId, adultId: 'g-none', how: 'look' } },
    closeDay: { by: OFFICE, input: { classId: 'c-none' } },

    terms: { by: OFFICE, input: {} },
    saveTerm: { by: OFFICE, input: { name: '寒假班', first: day, last: addDays(day, 40), holidays: [] } },
    saveClass: {
      by: OFFICE,
      input: {
        termId: 'none',
        kind: 'afternoon',
        name: '四点半班',
        place: '二楼活动室',
        weekdays: [1, 2, 3, 4, 5],
        from: at('16:30'),
        to: at('18:30'),
        capacity: 30,
        reserved: 0,
        ratio: 15,
        fee: fen(0),
        minAge: 6,
        maxAge: 12,
        mode: 'firstCome',
        opensAt: instantAt(day, 480),
        closesAt: instantAt(addDays(day, 7), 480),
      },
    },
    stepClass: { by: OFFICE, input: { id: 'c-none', status: 'open' } },
    monthDays: { by: OFFICE, input: { month: day.slice(0, 7) } },
    enrolments: { by: OFFICE, input: { classId: 'c-none' } },
    findChild: { by: OFFICE, input: { text: 'wx' } },
    enrolFor: { by: OFFICE, input: { child, classId: 'c-none' } },
    judgePriority: { by: OFFICE, input: { id: 'c-none:k-none', holds: true } },
    documents: one,
    custody: { by: OFFICE, input: child },
    saveCustody: { by: OFFICE, input: { ...child, barred: [], note: '', end: [] } },
    fees: { by: OFFICE, input: { classId: 'c-none' } },
    payFee: { by: OFFICE, input: { ...one.input, amount: fen(100), receipt: 'NO.1' } },
    waiveFee: { by: OFFICE, input: { ...one.input, amount: fen(100), reason: '低保家庭' } },
    refundFee: { by: OFFICE, input: { ...one.input, amount: fen(100), receipt: 'NO.1', reason: '退班' } },
    settings: { by: OFFICE, input: {} },
    saveSettings: { by: OFFICE, input: FIRST_SETTINGS },

    importTemplate: { by: OFFICE, input: {} },
    importTicket: { by: OFFICE, input: {} },
    readImport: { by: OFFICE, input: { fileId: 'cloud://none/none.xlsx' } },
    applyImport: { by: OFFICE, input: { id: 'none' } },
    importStatus: { by: OFFICE, input: {} },
    dropImport: { by: OFFICE, input: { id: 'none' } },
    exportEnrolments: { by: OFFICE, input: { classId: 'c-none' } },
    exportMonth: { by: OFFICE, input: { classId: 'c-none', month: day.slice(0, 7) } },
  };
};
