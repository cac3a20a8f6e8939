/** 到期销毁: when the years of a file are over, nothing of it is left, and nothing of any other is touched. */
import { openWorld, refusalOf, type World } from '../world';
import { aboutLeak, bring, type Cast, caseRow, castOf, PNG } from '../world/mediation';

let world: World;
let cast: Cast;

beforeEach(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0 });
  cast = await castOf(world);
});
afterEach(() => world.stop());

const rowsOf = (name: string, filter: object) => world.engine.peek(name, filter, 1000) as Record<string, unknown>[];
const partsOf = (id: string) => rowsOf('caseParts', { caseId: id });
const readsOf = (id: string) => rowsOf('caseReads', {}).filter(row => (row.of as string[]).includes(id));

/** Refused and archived, with a photograph. */
async function archived(): Promise<string> {
  const fileId = await bring(cast.wang, 'png', Buffer.from(PNG, 'base64'));
  const { case: card } = await cast.wang.mediation('apply', aboutLeak({ files: [{ fileId, name: '天花板' }] }));
  await cast.he.mediation('acceptCase', { id: card.id, summary: '邻居想谈谈' });
  await cast.wu.mediation('answerInvitation', { id: card.id, accept: false });
  await cast.he.mediation('closeCase', { id: card.id });
  return card.id;
}

test('a file goes after its years with its parts, its pictures and the log of its readers; another stays', async () => {
  const id = await archived();
  const { case: other } = await cast.wang.mediation('apply', aboutLeak());
  await cast.wang.mediation('myCases', {});
  await cast.wang.mediation('myCases', { ended: true });
  await cast.wang.mediation('case', { id });
  const sealedFile = String(partsOf(id).find(row => row.kind === 'evidence')?.fileId);
  expect([partsOf(id).length > 3, readsOf(id).length > 0, readsOf(other.id).length > 0, sealedFile.length > 10]).toEqual([
    true,
    true,
    true,
    true,
  ]);

  await world.at('09:00', 3650);
  await world.fire('mediation');
  expect(caseRow(world, id).status).toBe('closed');

  await world.at('09:00', 3655);
  await world.fire('mediation');
  expect([caseRow(world, id), partsOf(id), readsOf(id)]).toEqual([undefined, [], []]);
  expect([caseRow(world, other.id).status, partsOf(other.id).length > 2, readsOf(other.id).length > 0]).toEqual([
    'applied',
    true,
    true,
  ]);
  cast = await castOf(world);
  expect(await refusalOf(cast.wang.mediation('case', { id }))).toBe('NOT_FOUND');
});
