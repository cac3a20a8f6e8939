/** Words of a case are nowhere in what is stored: database, journal, storage, messages, logs of readings. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorld, refusalOf, type World } from '../world';
import { aboutLeak, agreementOf, bring, castOf, PNG, talk, toMediating, toPerforming } from '../world/mediation';
import { download } from '../world/people';

const PLANTED = [
  '琥珀色水渍',
  '钟离春水',
  '夜半铜铃',
  '青瓷碎片',
  '缄默如山',
  '桃木令牌',
  '绛紫帷幕',
  '霜降前夜',
  '孤舟独钓',
  '银杏叶脉',
];
const [FACT, NAME, NOISE, SEPARATE, NOTE, REASON, QUESTION, TERM, ENDING, ATTACHED] = PLANTED as [string, ...string[]] & string[];

const allFiles = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? allFiles(join(dir, entry.name)) : [join(dir, entry.name)],
  );

/** As UTF-8, as UTF-16, as JSON escapes, and in base64 at any offset. */
function forms(word: string): Buffer[] {
  const utf8 = Buffer.from(word);
  const escaped = [...word].map(char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const base64 = [0, 1, 2].map(offset => {
    const text = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
    return Buffer.from(text.slice(offset === 0 ? 0 : 4, -4));
  });
  return [utf8, Buffer.from(word, 'utf16le'), Buffer.from(escaped), ...base64];
}

const found = (dir: string, words: readonly string[]): string[] =>
  allFiles(dir).flatMap(file => {
    const content = readFileSync(file);
    return words.filter(word => forms(word).some(form => content.includes(form))).map(word => `${word} in ${file}`);
  });

/** A life of cases with a word planted in every place where somebody writes. */
async function live(world: World): Promise<void> {
  const cast = await castOf(world);
  const { wang, wu, he, chen, office, sun } = cast;
  const fileId = await bring(wang, 'pdf', Buffer.from(`%PDF-1.4\n${ATTACHED}\n%%EOF`));
  const id = await toMediating(cast, { what: `厨房有${FACT}`, files: [{ fileId, name: `${ATTACHED}照片` }] });
  await wu.mediation('addStatement', { id, text: `我听见${NOISE}`, share: true });
  await he.mediation('offerSlots', {
    id,
    kind: 'separate',
    side: 'respondent',
    mode: 'phone',
    minutes: 30,
    slots: [(world.now() + 9e8) as never],
  });
  await wu.mediation('chooseSlots', { id, no: 1, slots: [(await he.mediation('case', { id })).sessions[0]!.slots[0]!] });
  await he.mediation('recordSession', {
    id,
    no: 1,
    text: `他说${SEPARATE}`,
    place: '电话',
    present: [{ who: 'respondent', name: '吴' }],
  });
  await he.mediation('addNote', { id, kind: 'note', text: `留意${NOTE}` });
  await talk(world, cast, id, `双方谈到${TERM}`);
  await office.mediation('openFile', { id, reason: `核对${REASON}` });
  await he.mediation('draftAgreement', { id, ...agreementOf(world, 'written'), terms: [`归还${TERM}`] });
  await wu.mediation('refuseToSign', { id, reason: `不提${ENDING}` });
  await toPerforming(world, cast, id);
  const view = await wang.mediation('case', { id });
  const evidence = view.parts.find(part => part.kind === 'evidence')!;
  const copy = await wang.mediation('evidence', { id, partId: evidence.id });
  expect((await download(copy.url)).toString()).toContain(ATTACHED);
  await he.mediation('caseFile', { id });
  await wang.mediation('agreementPaper', { id, format: 'docx' });
  await sun.mediation('askFirst', { text: `关于${QUESTION}` });
  await sun.mediation('saveDraft', { draft: JSON.stringify({ what: QUESTION }) });
  const sound = await bring(sun, 'mp3', Buffer.from(`ID3${ATTACHED}`));
  await sun.mediation('hearVoice', { fileId: sound });
  const proof = await bring(wu, 'pdf', Buffer.from(`%PDF-1.4\n${ATTACHED}\n%%EOF`));
  await wu.mediation('reportItem', { id, no: 1, text: `已经${TERM}`, files: [{ fileId: proof, name: `${ATTACHED}收据` }] });
  await chen.mediation('apply', aboutLeak({ walkIn: { name: NAME! }, respondent: { name: `${NAME}的邻居`, is: 'person' } }));
  const staff = JSON.stringify([
    await office.mediation('register', {}),
    await he.mediation('queue', {}),
    await office.mediation('mediators', {}),
  ]);
  for (const word of PLANTED) expect(staff).not.toContain(word);
}

test('after a life of cases no planted word is in any stored byte', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'jinlin-secrecy-'));
  const world = await openWorld({ residents: 20, past: 0, fill: 0 }, { dir });
  try {
    await live(world);
    await world.settle();
    // Copies in the clear are handed out for ten minutes.
    await world.advance(11 * 60_000);
    await world.fire('mediation');
    await world.settle();
    expect(found(dir, PLANTED)).toEqual([]);
    // The search itself finds what is there.
    expect(found(dir, ['王桂兰']).length).toBeGreaterThan(0);
  } finally {
    await world.stop();
  }
  expect(found(dir, PLANTED)).toEqual([]);
  rmSync(dir, { recursive: true, force: true });
}, 120_000);

test('without a key nothing is taken in: it is refused, never kept in the clear', async () => {
  const world = await openWorld({ residents: 10, past: 0, fill: 0 }, { envVariables: { MEDIATION_KEY: '' } });
  try {
    const wang = await world.as('wx-wangguilan');
    const before = world.engine.peek('cases', {}, 100).length;
    expect(await refusalOf(wang.mediation('apply', aboutLeak({ what: FACT })))).toBe('SEAL_KEY_MISSING');
    expect(await refusalOf(wang.mediation('askFirst', { text: QUESTION! }))).toBe('SEAL_KEY_MISSING');
    expect(world.engine.peek('cases', {}, 100)).toHaveLength(before);
    const office = await world.as('wx-zhouzhuren');
    expect(await office.mediation('settings', {})).toMatchObject({ hasKey: false });
    expect(await refusalOf(office.mediation('saveSeal', { image: PNG }))).toBe('SEAL_KEY_MISSING');
  } finally {
    await world.stop();
  }
});

test('a part that was moved to another case, or relabelled, does not open', async () => {
  const world = await openWorld({ residents: 10, past: 0, fill: 0 });
  try {
    const cast = await castOf(world);
    const id = await toMediating(cast);
    const [row] = world.engine.peek('caseParts', { caseId: id, kind: 'application' }) as { _id: string; sealed: string }[];
    const sealedElsewhere = (
      world.engine.peek('caseParts', { caseId: 'm-demo-leak', kind: 'application' }) as { sealed: string }[]
    )[0]!;
    await world.engine.handle({
      action: 'database.removeDocument',
      collectionName: 'caseParts',
      query: JSON.stringify({ _id: row!._id }),
      multi: false,
    });
    await world.engine.handle({
      action: 'database.insertDocument',
      collectionName: 'caseParts',
      data: [JSON.stringify({ ...row, sealed: sealedElsewhere.sealed })],
    });
    expect(await refusalOf(cast.wang.mediation('case', { id }))).toBe('SEAL_BROKEN');
  } finally {
    await world.stop();
  }
});
