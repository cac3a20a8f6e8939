/** What happens at once in a case happens once; numbers have neither twins nor gaps. */
import { gesture, openWorld, type Person, type World } from '../world';
import { aboutLeak, agreementOf, type Cast, castOf, PNG, toMediating } from '../world/mediation';

let world: World;
let cast: Cast;

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0 });
  cast = await castOf(world);
});
afterAll(() => world.stop());

const outcome = async (person: Person, action: string, input: unknown, requestId = gesture()): Promise<string> => {
  const { reply } = await person.raw('mediation', { action, input, requestId });
  return reply.ok ? 'ok' : reply.error.code;
};

test('two acceptances at once: one, and one number', async () => {
  const { case: card } = await cast.wang.mediation('apply', aboutLeak());
  const input = { id: card.id, summary: '邻居想谈谈' };
  const results = await Promise.all([cast.he, cast.ma, cast.he, cast.ma].map(person => outcome(person, 'acceptCase', input)));
  expect([...results].sort()).toEqual(['NOT_NOW', 'NOT_NOW', 'NOT_NOW', 'ok']);
});

test('twelve cases accepted at once: twelve numbers, no twin, no gap', async () => {
  const applied = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      cast.chen.mediation('apply', aboutLeak({ walkIn: { name: `来访人${n}` }, respondent: { name: '楼上', is: 'person' } })),
    ),
  );
  const ids = applied.map(({ case: card }) => card.id);
  const views = await Promise.all(ids.map(id => cast.he.mediation('acceptCase', { id, summary: '邻居想谈谈' })));
  const numbers = views.map(view => Number(/〕(\d+)号/.exec(view.number!)![1])).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(12);
  expect(numbers.at(-1)! - numbers[0]!).toBe(11);
});

test('both sign at the same moment, each twice: both signatures stand', async () => {
  const id = await toMediating(cast);
  const { agreement } = await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'written') });
  const input = { id, image: PNG, round: agreement!.round };
  const results = await Promise.all([cast.wang, cast.wu, cast.wang, cast.wu].map(person => outcome(person, 'sign', input)));
  expect([...results].sort()).toEqual(['SIGNED_ALREADY', 'SIGNED_ALREADY', 'ok', 'ok']);
  const view = await cast.he.mediation('case', { id });
  expect([view.agreement!.signed.applicant, view.agreement!.signed.respondent].every(Boolean)).toBe(true);
});

test('a gesture sent five times is one application and five equal answers', async () => {
  const input = aboutLeak({ what: '同一件事' });
  const replies = await Promise.all(Array.from({ length: 5 }, () => cast.wang.mediation('apply', input, 'same-application')));
  expect(new Set(replies.map(reply => reply.case.id)).size).toBe(1);
});

test('one ends it while the other signs: it stands in one of the two, never in both', async () => {
  const id = await toMediating(cast);
  const { agreement } = await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'written') });
  await Promise.all([
    outcome(cast.wang, 'sign', { id, image: PNG, round: agreement!.round }),
    outcome(cast.wu, 'endMediation', { id }),
  ]);
  expect((await cast.he.mediation('case', { id })).status).toBe('failed');
  expect(await outcome(cast.wang, 'sign', { id, image: PNG, round: agreement!.round })).not.toBe('ok');
});
