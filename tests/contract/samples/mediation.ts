import type { MediationContract } from '../../../types/mediation';
import { addDays, instantAt } from '../../../types/time';
import { aboutLeak, PNG, RIGHTS_VERSION } from '../../world/mediation';
import { type Day, OFFICE, type Samples } from './shape';

const MEDIATOR = 'wx-hejing';
const PARTY = 'wx-sunyumei';
const id = 'm-demo-leak';
const settings = {
  committee: '调委会',
  shortName: '幸福里',
  court: '法院',
  acceptDays: 3,
  answerDays: 7,
  clockDays: 30,
  extensionDays: 30,
  remindDays: 5,
  followUpDays: 30,
  refusals: 2,
  fullLoad: 12,
  openMinutes: 30,
  retainYears: 10,
  smallCell: 5,
  rooms: [],
};

const party = (day: Day) => ({
  guide: { by: PARTY, input: {} },
  askFirst: { by: PARTY, input: { text: '楼上漏水怎么办' } },
  myQuestions: { by: PARTY, input: {} },
  apply: { by: PARTY, input: aboutLeak() },
  evidenceTicket: { by: PARTY, input: { ending: 'jpg' as const } },
  addEvidence: { by: PARTY, input: { id, fileId: 'cloud://local/none.jpg', name: '照片', share: false } },
  evidence: { by: PARTY, input: { id, partId: 'evidence-none' } },
  myCases: { by: 'wx-limin', input: {} },
  case: { by: PARTY, input: { id } },
  addFacts: { by: PARTY, input: { id, text: '补充' } },
  withdraw: { by: PARTY, input: { id: 'm-demo-none' } },
  endMediation: { by: PARTY, input: { id: 'm-demo-none' } },
  answerInvitation: { by: PARTY, input: { id, accept: true } },
  addStatement: { by: PARTY, input: { id, text: '说明', share: true } },
  counterClaim: { by: PARTY, input: { id, text: '反过来' } },
  acknowledgeRights: { by: PARTY, input: { id, version: RIGHTS_VERSION } },
  refuseMediator: { by: PARTY, input: { id, key: 'none' } },
  chooseSlots: { by: PARTY, input: { id, no: 1, slots: [instantAt(addDays(day, -2), 9 * 60)] } },
  extend: { by: PARTY, input: { id, days: 10 } },
  sign: { by: PARTY, input: { id, image: PNG, round: 1 } },
  refuseToSign: { by: PARTY, input: { id } },
  reportItem: { by: PARTY, input: { id: 'm-demo-stairs', no: 1, text: '好了', partIds: [] } },
  settleItem: { by: PARTY, input: { id: 'm-demo-stairs', no: 1, kept: true } },
  wantConfirmation: { by: PARTY, input: { id: 'm-demo-stairs' } },
  answerFollowUp: { by: PARTY, input: { id: 'm-demo-stairs', face: 5 as const, kept: true } },
  appointAgent: { by: PARTY, input: { id } },
  agreementPaper: { by: PARTY, input: { id: 'm-demo-stairs', format: 'pdf' as const } },
  confirmationPaper: { by: PARTY, input: { id: 'm-demo-stairs', format: 'docx' as const } },
});

const desk = (day: Day) => ({
  queue: { by: MEDIATOR, input: {} },
  questions: { by: MEDIATOR, input: {} },
  answerFirst: { by: MEDIATOR, input: { id: 'q-none', text: '可以申请调解' } },
  readApplication: { by: MEDIATOR, input: { id: 'm-demo-noise' } },
  acceptCase: { by: MEDIATOR, input: { id: 'm-demo-noise', summary: '邻居想谈谈' } },
  askMore: { by: MEDIATOR, input: { id: 'm-demo-noise', text: '请补充' } },
  declineCase: { by: MEDIATOR, input: { id: 'm-demo-noise', ground: 'courtTook' as const } },
  joinCase: { by: MEDIATOR, input: { id: 'm-demo-noise', into: id, why: 'duplicate' as const } },
  recordInvitation: { by: MEDIATOR, input: { id: 'm-demo-noise', how: 'phone' as const } },
  candidates: { by: MEDIATOR, input: { id } },
  setPanel: { by: OFFICE, input: { id, members: [{ accountId: MEDIATOR, part: 'mediator' as const }] } },
  recuse: { by: MEDIATOR, input: { id: 'm-demo-none' } },
  inviteSpecialist: { by: MEDIATOR, input: { id, profession: '律师', name: '方律师' } },
  offerSlots: {
    by: MEDIATOR,
    input: { id, kind: 'together' as const, mode: 'phone' as const, minutes: 30, slots: [instantAt(day, 9 * 60)] },
  },
  dropSession: { by: MEDIATOR, input: { id, no: 9 } },
  recordSession: {
    by: MEDIATOR,
    input: { id, no: 1, text: '谈过', place: '调解室', present: [{ who: 'panel' as const, name: '何静' }] },
  },
  addNote: { by: MEDIATOR, input: { id, kind: 'note' as const, text: '记录' } },
  pause: { by: MEDIATOR, input: { id, reason: '等鉴定' } },
  resume: { by: MEDIATOR, input: { id } },
  agreementStart: { by: MEDIATOR, input: { id } },
  draftAgreement: {
    by: MEDIATOR,
    input: { id, form: 'written' as const, facts: '事实', terms: ['修好'], promises: [], place: '调解室' },
  },
  failCase: { by: MEDIATOR, input: { id: 'm-demo-none', reason: '谈不拢' } },
  recordConfirmation: {
    by: MEDIATOR,
    input: { id: 'm-demo-stairs', status: 'handedIn' as const, on: addDays(day, -3), text: '已递交' },
  },
  recordFollowUp: { by: MEDIATOR, input: { id: 'm-demo-stairs', how: 'phone' as const, applicant: 5, text: '满意' } },
  fileCheck: { by: MEDIATOR, input: { id } },
  caseFile: { by: MEDIATOR, input: { id: 'm-demo-stairs' } },
  reads: { by: MEDIATOR, input: { id } },
});

export const mediationSamples = (day: Day): Samples<MediationContract> => ({
  ...party(day),
  ...desk(day),
  register: { by: OFFICE, input: {} },
  exportRegister: { by: OFFICE, input: { year: day.slice(0, 4) } },
  month: { by: OFFICE, input: { month: day.slice(0, 7) } },
  exportMonth: { by: OFFICE, input: { month: day.slice(0, 7) } },
  openFile: { by: OFFICE, input: { id, reason: '抽查' } },
  saveSeal: { by: OFFICE, input: { image: PNG } },
  placeSeal: { by: OFFICE, input: { id, round: 1 } },
  closeCase: { by: MEDIATOR, input: { id } },
  mediators: { by: OFFICE, input: {} },
  saveMediator: { by: OFFICE, input: { accountId: MEDIATOR, part: 'mediator', skills: ['leak'], active: true } },
  setAbsence: { by: MEDIATOR, input: { absences: [{ from: day, to: day }] } },
  settings: { by: OFFICE, input: {} },
  saveSettings: { by: OFFICE, input: settings },
});
