/** 1,500 families at 60 places at once; the price of the pick-up counter; 60 children signed out by two phones with double taps. */
import { gesture, openWorld, type World } from '../world';
import { childDoc, classWith, enrolmentsIn, roomOf } from '../world/care';
import { insert } from '../world/courier';
import { fire, type Shot } from './load';
import type { Figure } from './table';

const FAMILIES = 1500;
const PLACES = 60;
const CALLERS = 256;

/** A child for every account, as a guardian would have made it; written at once, because it is not what is measured. */
async function children(world: World): Promise<void> {
  const consent = { given: true, version: 1, from: world.today, to: '2027-12-31', byName: '', at: 0, way: 'inApp' };
  const rows = Array.from({ length: FAMILIES }, (_unused, i) => {
    const account = `wx-r-${i + 1}`;
    const guardian = {
      id: `g-${i + 1}`,
      accountId: account,
      name: `居民${i + 1}`,
      relation: '母亲',
      status: 'confirmed',
      since: 0,
    };
    return {
      _id: `xingfuli:k-${i + 1}`,
      name: `孩子${i + 1}`,
      pinyin: `hz haizi${i + 1}`,
      birthDate: '2017-05-20',
      school: '幸福路小学',
      schoolClass: '三年级1班',
      card: `card${i + 1}`,
      guardians: [guardian],
      adults: [],
      consents: { care: { ...consent, by: account } },
      careUntil: '2027-12-31',
      consentLog: [],
      hasHealth: false,
      guardianAccounts: [account],
      adultAccounts: [],
      invitedPhones: [],
      status: 'active',
    };
  });
  for (let i = 0; i < rows.length; i += 500) await insert(world, 'careChildren', rows.slice(i, i + 500));
}

/** Each family once, and every tenth by a second gesture as well. */
async function rush(world: World, classId: string): Promise<Figure[]> {
  const shots: Shot[] = [];
  for (let i = 1; i <= FAMILIES; i++) {
    const { token } = await world.as(`wx-r-${i}`);
    const input = { classId, childId: `k-${i}` };
    const shot = () => ({ token, domain: 'care', body: { action: 'signUp', input, requestId: gesture() } });
    shots.push(shot());
    if (i % 10 === 0) shots.push(shot());
  }
  world.resetStats();
  const { answers, seconds } = await fire(world.port, shots, CALLERS);
  const { databaseCalls: calls, roundTrips } = world.stats()['care.signUp']!;
  const rows = enrolmentsIn(world, classId);
  const of = (status: string) => rows.filter(each => each.status === status);
  const byArrival = [...of('waiting')].sort((a, b) => a.arrival - b.arrival);
  // Whoever waits came after whoever has a place, but for those whose calls met in the moment it filled.
  const last = Math.max(...of('enrolled').map(({ arrival }) => arrival));
  const said = (code: string) => answers.filter(answer => answer.code === code).length;
  return [
    { what: 'families at once, 60 places: enrolled', value: of('enrolled').length, unit: '', limit: PLACES, sense: 'exactly' },
    { what: 'on the waitlist', value: of('waiting').length, unit: '', limit: FAMILIES - PLACES, sense: 'exactly' },
    { what: 'places held', value: Object.keys(roomOf(world, classId).holders).length, unit: '', limit: PLACES, sense: 'exactly' },
    { what: 'numbers given twice', value: rows.length - new Set(rows.map(({ arrival }) => arrival)).size, unit: '', limit: 0 },
    {
      what: 'waiting with a number before the last who got a place',
      value: byArrival.filter(({ arrival }) => arrival < last).length,
      unit: '',
      limit: 0,
    },
    { what: 'families without exactly one answer', value: FAMILIES - said('ok'), unit: '', limit: 0, sense: 'exactly' },
    {
      what: 'second gestures told “already signed up”',
      value: said('ALREADY_SIGNED_UP'),
      unit: '',
      limit: FAMILIES / 10,
      sense: 'exactly',
    },
    { what: '5xx', value: answers.filter(({ status }) => status >= 500).length, unit: '', limit: 0 },
    { what: 'round trips of a sign-up, on average', value: roundTrips.mean, unit: '' },
    { what: 'at most (claimed the last place too late, and then waits)', value: roundTrips.max, unit: '' },
    { what: 'database calls of a sign-up, on average', value: calls.mean, unit: '' },
    { what: 'took', value: seconds, unit: 's' },
  ];
}

/** Every enrolled child is here; two phones tap each of them twice, all at once. */
async function pickUp(world: World, classId: string): Promise<Figure[]> {
  await world.at('16:35');
  const [office, teacher] = [await world.as('wx-zhouzhuren'), await world.as('wx-zhouzhuren')];
  const enrolled = enrolmentsIn(world, classId).filter(({ status }) => status === 'enrolled');
  for (const { childId } of enrolled) await office.care('signIn', { classId, childId, how: 'tap' });
  await office.care('board', {});
  world.resetStats();
  await office.care('checkPickup', { text: 'hz' });
  const check = world.stats()['care.checkPickup']!.roundTrips.max;
  const shots = enrolled.flatMap(({ childId }) =>
    [office, teacher, office, teacher].map(({ token }) => ({
      token,
      domain: 'care',
      body: {
        action: 'release',
        requestId: gesture(),
        input: { id: `${world.today}:${classId}:${childId}`, adultId: childDoc(world, childId).guardians[0]!.id, how: 'look' },
      },
    })),
  );
  const { answers, seconds } = await fire(world.port, shots, 8);
  const said = (code: string) => answers.filter(answer => answer.code === code).length;
  return [
    { what: 'pick-up check before the name shows', value: check, unit: 'round trips', limit: 2 },
    { what: 'a release', value: world.stats()['care.release']!.roundTrips.max, unit: 'round trips' },
    {
      what: 'children released, two phones, each tapped four times',
      value: said('ok'),
      unit: '',
      limit: PLACES,
      sense: 'exactly',
    },
    {
      what: 'told that the child is gone, and with whom',
      value: said('ALREADY_GONE'),
      unit: '',
      limit: PLACES * 3,
      sense: 'exactly',
    },
    { what: 'all of them signed out after', value: seconds, unit: 's', limit: 600 },
  ];
}

export async function care(): Promise<Figure[]> {
  const world = await openWorld({ residents: FAMILIES + 20, accounts: FAMILIES, past: 0, fill: 0, notices: false });
  try {
    await world.at('08:00');
    const classId = await classWith(world, await world.as('wx-zhouzhuren'), { capacity: PLACES });
    await children(world);
    const figures = await rush(world, classId);
    const parent = await world.as('wx-r-1');
    await parent.care('myCare', {});
    world.resetStats();
    await parent.care('myCare', {});
    const mine = world.stats()['care.myCare']!.roundTrips.max;
    return [
      ...figures,
      { what: 'the guardian’s first page', value: mine, unit: 'round trips', limit: 2 },
      ...(await pickUp(world, classId)),
    ];
  } finally {
    await world.stop();
  }
}
