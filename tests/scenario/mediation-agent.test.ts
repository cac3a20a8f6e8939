/** 授权委托: a relative acts for a side. */
import { openWorld, refusalOf, type World } from '../world';
import { type Cast, castOf, toMediating } from '../world/mediation';

let world: World;
let cast: Cast;

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0 });
  cast = await castOf(world);
});
afterAll(() => world.stop());

test('a relative is named by the binding, not by a name that two may have', async () => {
  const id = await toMediating(cast);
  const scope = '代为说明情况';
  expect(await refusalOf(cast.wang.mediation('appointAgent', { id, agent: { key: 'nobody', scope } }))).toBe('NOT_FAMILY');
  const { family } = await cast.wang.people('me', {});
  const { key, name } = family.find(each => each.status === 'confirmed')!;
  const view = await cast.wang.mediation('appointAgent', { id, agent: { key, scope } });
  expect(view.applicant?.agents).toBe(1);
  expect(view.parts.find(part => part.kind === 'attorney')?.content).toMatchObject({ name, scope });
});
