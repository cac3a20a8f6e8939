/** What makes mediation easier for people: a relative who acts, speaking instead of typing, a draft, promises at hand, an offer by hand. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../types/time';
import { openWorld, refusalOf, type World } from '../world';
import { aboutLeak, agreementOf, bring, type Cast, caseRow, castOf, PNG, talk, toMediating } from '../world/mediation';

let world: World;
let cast: Cast;
const dir = mkdtempSync(join(tmpdir(), 'jinlin-own-'));

beforeAll(async () => {
  world = await openWorld({ residents: 30, past: 0, fill: 0 }, { dir });
  cast = await castOf(world);
});
afterAll(async () => {
  await world.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Whether these words, or this sound, lie anywhere in what the cloud has stored. */
const lies = (word: string): boolean =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .some(entry => readFileSync(join(entry.parentPath, entry.name)).includes(word));

test('a relative is named by the binding, not by a name that two may have; the side sees who acts, the other does not', async () => {
  const id = await toMediating(cast);
  const scope = '代为说明情况';
  expect(await refusalOf(cast.wang.mediation('appointAgent', { id, agent: { key: 'nobody', scope } }))).toBe('NOT_FAMILY');
  const { family } = await cast.wang.people('me', {});
  const { key, name } = family.find(each => each.status === 'confirmed')!;
  const view = await cast.wang.mediation('appointAgent', { id, agent: { key, scope } });
  expect(view.applicant).toMatchObject({ agents: 1, agentNames: [name] });
  expect(view.parts.find(part => part.kind === 'attorney')?.content).toMatchObject({ name, scope });
  const other = await cast.wu.mediation('case', { id });
  expect([other.applicant?.agentNames, JSON.stringify(other).includes(name)]).toEqual([undefined, false]);
  expect((await cast.he.mediation('case', { id })).applicant?.agentNames).toEqual([name]);
  expect((await cast.wang.mediation('case', { id })).refusalsLeft).toBe(2);
});

describe('speaking instead of typing', () => {
  const said = '靛蓝水渍从吊顶滴下来';
  const SOUND = Buffer.concat([Buffer.from('ID3'), Buffer.from('录音里的靛蓝声音')]);
  const hear = async (text: string) =>
    fetch(`${world.url}/local/hearing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });

  test('the words come back, and neither they nor the sound stay anywhere', async () => {
    await hear(said);
    expect((await cast.wang.mediation('guide', {})).hears).toBe(true);
    const fileId = await bring(cast.wang, 'mp3', SOUND);
    expect(lies('录音里的靛蓝声音')).toBe(true);
    expect(await refusalOf(cast.wu.mediation('hearVoice', { fileId }))).toBe('FILE_NOT_USABLE');
    expect(await cast.wang.mediation('hearVoice', { fileId })).toEqual({ text: said });
    expect([lies(said), lies('录音里的靛蓝声音')]).toEqual([false, false]);
    expect(JSON.stringify(await (await fetch(`${world.url}/local/log`)).json())).not.toContain(said);
    expect(await refusalOf(cast.wang.mediation('hearVoice', { fileId }))).toBe('FILE_NOT_USABLE');
  });

  test('what was not understood is said so, and a picture is no speech', async () => {
    await hear('');
    const silence = await bring(cast.wang, 'mp3', SOUND);
    expect(await refusalOf(cast.wang.mediation('hearVoice', { fileId: silence }))).toBe('NOT_HEARD');
    const picture = await bring(cast.wang, 'png', Buffer.from(PNG, 'base64'));
    expect(await refusalOf(cast.wang.mediation('hearVoice', { fileId: picture }))).toBe('FILE_NOT_USABLE');
    expect(world.engine.peek('caseFiles', { way: 'in' }, 50)).toEqual([]);
  });
});

test('an unfinished application is there again, for its writer alone, sealed, for thirty days', async () => {
  await cast.sun.mediation('saveDraft', { draft: JSON.stringify({ what: '藕荷色墙皮掉了' }) });
  expect((await cast.sun.mediation('myDraft', {})).draft).toContain('藕荷色');
  expect(await cast.wang.mediation('myDraft', {})).toEqual({});
  expect(lies('藕荷色')).toBe(false);
  await cast.sun.mediation('saveDraft', {});
  expect(await cast.sun.mediation('myDraft', {})).toEqual({});
  await cast.sun.mediation('saveDraft', { draft: '{}' });
});

test('a promise stands before the one who gave it until it is done, with proof in the same step', async () => {
  const id = await toMediating(cast);
  await talk(world, cast, id, '谈好了');
  await cast.he.mediation('draftAgreement', { id, ...agreementOf(world, 'oral') });
  const mine = (await cast.wu.mediation('myCases', {})).promises.filter(each => each.caseId === id);
  expect(mine.map(({ no, what, overdue }) => [no, what, overdue])).toEqual([
    [1, '修好下水管', false],
    [2, '付 800 元', false],
  ]);
  expect((await cast.wang.mediation('myCases', {})).promises).toEqual([]);
  const light = await cast.wu.mediation('myPromises', {});
  expect(light.promises.find(each => each.caseId === id)).toEqual({
    caseId: id,
    no: 1,
    dueOn: addDays(world.today, 10),
    overdue: false,
  });
  const fileId = await bring(cast.wu, 'png', Buffer.from(PNG, 'base64'));
  const done = { id, no: 1, text: '周六修好了', files: [{ fileId, name: '收据.png' }] };
  const view = await cast.wu.mediation('reportItem', done);
  const proof = view.parts.find(part => part.kind === 'evidence');
  const report = view.parts.find(part => part.kind === 'performance');
  expect([proof?.visible, report?.content]).toEqual(['shared', { item: 1, text: '周六修好了', fileIds: [proof?.id] }]);
  expect((await cast.wu.mediation('myCases', {})).promises.filter(each => each.caseId === id)).toMatchObject([{ no: 2 }]);
  await world.at('09:00', 21);
  cast = await castOf(world);
  const card = (await cast.he.mediation('myCases', {})).cases.find(each => each.id === id);
  expect(card).toMatchObject({ late: 'yes', next: '有约定过期没做，请问问' });
  expect((await cast.wu.mediation('myPromises', {})).promises.find(each => each.caseId === id)).toMatchObject({ overdue: true });
});

test('楼上邻居 is found in the roster; the applicant learns the name when the neighbour comes', async () => {
  const unknown = { name: '楼上邻居', phone: '13900000000', is: 'person' as const };
  const { case: applied } = await cast.wang.mediation('apply', aboutLeak({ respondent: unknown }));
  const { id } = applied;
  const read = await cast.he.mediation('readApplication', { id });
  expect(read.may.linkRespondent).toEqual({ ok: true });
  expect(await refusalOf(cast.he.mediation('linkRespondent', { id, residentId: 'r-wangguilan' }))).toBe('WITH_ONESELF');
  await cast.he.mediation('acceptCase', { id, summary: '邻居想谈谈' });
  // Nobody to tell yet: whoever invites at the door may still read where that is.
  expect((await cast.he.mediation('readApplication', { id })).respondent?.phone).toBe('13900000000');
  await cast.he.mediation('linkRespondent', { id, residentId: 'r-wujianguo' });
  expect(await refusalOf(cast.he.mediation('linkRespondent', { id, residentId: 'r-sunyumei' }))).toBe('LINKED_ALREADY');
  expect(await refusalOf(cast.he.mediation('readApplication', { id }))).toBe('NOT_NOW');
  expect((await cast.wang.mediation('case', { id })).names?.respondent).toBe('楼上邻居');
  await cast.wu.mediation('answerInvitation', { id, accept: true });
  expect((await cast.wang.mediation('case', { id })).names?.respondent).toBe('吴建国');
});

test('whoever works here takes a walk-in’s words, and reads them never again', async () => {
  const { case: card } = await cast.chen.mediation('apply', aboutLeak({ walkIn: { name: '来访的人' } }));
  expect(card.ref).toMatch(/^\d{6}$/);
  expect(await refusalOf(cast.chen.mediation('case', { id: card.id }))).toBe('NOT_FOUND');
  expect(caseRow(world, card.id).people).toEqual(['wx-wujianguo', 'r-wujianguo']);
});

test('two homes are offered mediation by hand, alike, once a month', async () => {
  const both = { kind: 'noise' as const, residentIds: ['r-wangguilan', 'r-wujianguo'] as [string, string] };
  expect(await refusalOf(cast.chen.mediation('offerMediation', both))).toBe('NOT_ALLOWED');
  expect(await refusalOf(cast.he.mediation('offerMediation', { ...both, residentIds: ['r-wujianguo', 'r-wujianguo'] }))).toBe(
    'ONE_HOME',
  );
  expect(await cast.he.mediation('offerMediation', both)).toEqual({ reached: 2 });
  expect(await refusalOf(cast.he.mediation('offerMediation', both))).toBe('OFFERED_ALREADY');
  for (const one of [cast.wang, cast.wu]) expect((await one.mediation('myCases', {})).offers).toMatchObject([{ kind: 'noise' }]);
});

test('the committee’s own clauses are offered when an agreement is written', async () => {
  const { hasSeal: _seal, hasKey: _key, ...settings } = await cast.office.mediation('settings', {});
  expect(settings.clauses.some(({ kind }) => kind === 'leak')).toBe(true);
  const own = { id: 'clause1', kind: 'leak' as const, name: '先关水阀', text: '维修前先关掉____的水阀。' };
  const twice = { ...settings, clauses: [own, own] };
  expect(await refusalOf(cast.office.mediation('saveSettings', twice))).toBe('DOUBLE_CLAUSE');
  await cast.office.mediation('saveSettings', { ...settings, clauses: [own] });
  await world.advance(21_000);
  const id = await toMediating(cast);
  const { clauses } = await cast.he.mediation('agreementStart', { id });
  expect(clauses).toEqual([{ id: own.id, name: own.name, text: own.text }]);
});

test('a draft that nobody came back to goes after thirty days', async () => {
  await world.at('09:00', 52);
  await world.fire('mediation');
  expect(world.engine.peek('caseDrafts', {}, 10)).toEqual([]);
});
