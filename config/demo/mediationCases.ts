/** The demo community's three cases: mediated now, just come, and settled with a promise still open. */
import { effectOf, endOfDay } from '../../cloudfunctions/mediation/rules/clock';
import type { MediationSettings, Side } from '../../types/mediation';
import { addDays, type CivilDate, DAY_MS, dayOf, type Instant, instantAt } from '../../types/time';
import { emptyCase, resident, type Said, said, type Written, write } from './mediationWrite';

const SUN = resident('r-sunyumei', 'b5u1', '302', 'wx-sunyumei');
const ZHOU = resident('r-zhouzhiqiang', 'b5u1', '402');
const TAO = resident('r-lintao', 'b2u1', '601');

const LEADS = [{ accountId: 'wx-hejing', name: '何静', part: 'mediator' as const, leads: true, since: 0 as Instant }];
const sunPerson = { name: '孙玉梅', phone: '13900000003', address: '5栋1单元302' };
const zhouPerson = { name: '周志强', phone: '13900000032', address: '5栋1单元402' };

const leakSaid = (at: Instant, accepted: Instant): Said[] => [
  said(
    'application',
    {
      what: '楼上卫生间一用水，我家天花板就滴水，墙皮已经掉了一大片。',
      where: '5栋1单元302 卫生间',
      since: '上个月中旬',
      fair: '把漏水修好，墙面恢复原样。',
      answers: [{ question: '你们自己谈过吗？', answer: '谈过，没有结果' }],
    },
    'applicant',
    'applicant',
    at,
  ),
  said('party', sunPerson, 'applicant', 'applicant', at),
  said('party', zhouPerson, 'respondent', 'applicant', at),
  said('summary', { text: '邻居希望一起看看卫生间渗水的原因，商量怎样修。' }, 'shared', 'office', accepted),
  said('statement', { text: '我家做过防水，愿意请师傅一起看看。' }, 'shared', 'respondent', (accepted + DAY_MS) as Instant),
];

const stairsSaid = (at: Instant, effect: Instant, number: string, dueOn: CivilDate): Said[] => [
  said(
    'application',
    { what: '楼道里堆着旧家具，轮椅过不去。', where: '5栋1单元四楼', since: '夏天', fair: '把楼道清出来。', answers: [] },
    'applicant',
    'applicant',
    at,
  ),
  said('party', sunPerson, 'applicant', 'applicant', at),
  said('party', zhouPerson, 'respondent', 'applicant', at),
  said(
    'agreement',
    {
      number: number,
      applicant: sunPerson,
      respondent: zhouPerson,
      facts: '四楼楼道堆放旧家具，影响通行。',
      terms: ['周志强清走楼道里的旧家具，以后不再堆放。'],
      promises: [{ by: 'respondent', what: '清走旧家具', manner: '自行清运', dueOn }],
      place: '百·和调解室',
      on: dayOf(effect),
    },
    'shared',
    'panel',
    effect,
  ),
];

/** Mediated now: water from above, a talk to be agreed on. */
function leak(into: Written, now: Instant, settings: MediationSettings): void {
  const at = (now - 9 * DAY_MS) as Instant;
  const accepted = (at + DAY_MS) as Instant;
  const tomorrow = addDays(dayOf(now), 1);
  const kase = {
    ...emptyCase(settings, at, 'leak', SUN, ZHOU),
    status: 'mediating' as const,
    buildingId: 'b5',
    number: `幸福里民调受〔${dayOf(accepted).slice(0, 4)}〕1号`,
    acceptedAt: accepted,
    answerBy: endOfDay(accepted, settings.answerDays),
    dueAt: endOfDay(accepted, settings.clockDays),
    rights: { applicant: accepted, respondent: accepted },
    panel: LEADS,
    sessions: [
      {
        no: 1,
        kind: 'together' as const,
        mode: 'room' as const,
        roomId: 'room1',
        minutes: 60,
        slots: [instantAt(tomorrow, 9 * 60), instantAt(tomorrow, 15 * 60), instantAt(addDays(tomorrow, 1), 19 * 60)],
        suits: { applicant: [], respondent: [] },
        status: 'offered' as const,
      },
    ],
  };
  write(into, 'm-demo-leak', kase, ['孙玉梅', '周志强'], leakSaid(at, accepted));
  into.ids.push('m-demo-leak');
}

/** Just come: noise at night, for the committee to decide. */
function noise(into: Written, now: Instant, settings: MediationSettings): void {
  const at = (now - 5 * 3_600_000) as Instant;
  const respondent: Side = { agents: [], is: 'person', unitId: 'b2u1', home: 'b2u1-701' };
  const kase = { ...emptyCase(settings, at, 'noise', TAO, respondent), source: 'walkIn' as const, buildingId: 'b2' };
  write(
    into,
    'm-demo-noise',
    kase,
    ['林涛', '七楼住户'],
    [
      said(
        'application',
        { what: '楼上半夜拖桌椅，睡不好。', where: '2栋1单元601', since: '国庆以后', fair: '晚上十点以后安静些。', answers: [] },
        'applicant',
        'applicant',
        at,
      ),
      said('party', { name: '林涛', phone: '13900000099', address: '2栋1单元601' }, 'applicant', 'applicant', at),
      said('party', { name: '七楼住户', address: '2栋1单元701' }, 'respondent', 'applicant', at),
    ],
  );
}

/** Settled by word of mouth: things in the stairwell, one promise still open. */
function stairs(into: Written, now: Instant, settings: MediationSettings): void {
  const at = (now - 20 * DAY_MS) as Instant;
  const effect = (now - 6 * DAY_MS) as Instant;
  const year = dayOf(at).slice(0, 4);
  const dueOn = addDays(dayOf(now), 4);
  const kase = {
    ...emptyCase(settings, at, 'sharedSpace', SUN, ZHOU),
    status: 'performing' as const,
    buildingId: 'b5',
    number: `幸福里民调受〔${year}〕2号`,
    acceptedAt: at,
    dueAt: endOfDay(at, settings.clockDays),
    rights: { applicant: at, respondent: at },
    panel: LEADS,
    agreement: { form: 'oral' as const, number: `幸福里民调协〔${year}〕1号`, round: 1, partId: 'agreement-demo3', signed: {} },
    items: [{ no: 1, by: 'respondent' as const, dueOn, status: 'open' as const }],
    ...effectOf(effect, settings),
  };
  write(into, 'm-demo-stairs', kase, ['孙玉梅', '周志强'], stairsSaid(at, effect, kase.agreement.number, dueOn));
  into.ids.push('m-demo-stairs');
}

export function demoCases(now: Instant, settings: MediationSettings): Written {
  const into: Written = { rows: { cases: [], caseParts: [] }, ids: [] };
  leak(into, now, settings);
  noise(into, now, settings);
  stairs(into, now, settings);
  return into;
}
