/** Mediation: round trips of a mediator's day, and a case file of forty pages. */
import { openWorld, type World } from '../world';
import { bring, type Cast, castOf, PNG, toMediating, toPerforming } from '../world/mediation';
import { download } from '../world/people';
import type { Figure } from './table';

const LONG = '双方围绕漏水原因、维修方案和赔偿数额逐项交换意见，调解员向双方说明了相邻关系的法律规定。'.repeat(20);
/** So many records of about half a page more make the file long. */
const RECORDS = 34;

async function longCase(world: World, cast: Cast): Promise<string> {
  const id = await toMediating(cast, { forResident: 'r-wangguilan' });
  const fileId = await bring(cast.wang, 'png', Buffer.from(PNG, 'base64'));
  await cast.wang.mediation('addEvidence', { id, fileId, name: '天花板', share: true });
  for (let n = 0; n < RECORDS; n++)
    await cast.he.mediation('addNote', { id, kind: 'inquiry', text: `第 ${n + 1} 次走访。${LONG}` });
  await toPerforming(world, cast, id);
  return id;
}

const pagesIn = (pdf: Buffer): number =>
  Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(match => Number(match[1])), 0);

/** Milliseconds of one call, the best of three: the first loads the typefaces. */
async function best(work: () => Promise<unknown>): Promise<{ first: number; best: number }> {
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return { first: times[0]!, best: Math.min(...times) };
}

export async function mediationFigures(): Promise<Figure[]> {
  const world = await openWorld({ residents: 200, past: 0, fill: 0 }, { workers: 1 });
  try {
    const cast = await castOf(world);
    for (let n = 0; n < 12; n++) await toMediating(cast, { forResident: 'r-wangguilan' });
    const id = await longCase(world, cast);
    await cast.he.mediation('settings', {});
    world.resetStats();
    await cast.he.mediation('myCases', {});
    // He has promised something: its words are read beside the log.
    await cast.wu.mediation('myCases', {});
    await cast.he.mediation('case', { id });
    await cast.wang.mediation('case', { id });
    await cast.wang.mediation('wantConfirmation', { id });
    await cast.wu.mediation('myPromises', {});
    const stats = world.stats();
    const trips = (action: string): number => stats[`mediation.${action}`]!.roundTrips.max;
    let url = '';
    const file = await best(async () => {
      url = (await cast.he.mediation('caseFile', { id })).url;
    });
    const pdf = await download(url);
    return [
      { what: 'my cases, of a mediator and with promises', value: trips('myCases'), unit: 'round trips', limit: 2 },
      { what: 'own promises for the home page', value: trips('myPromises'), unit: 'round trips', limit: 1 },
      { what: 'one case', value: trips('case'), unit: 'round trips', limit: 2 },
      { what: 'a deed in a case', value: trips('wantConfirmation'), unit: 'round trips', limit: 3 },
      { what: 'database calls of a deed', value: stats['mediation.wantConfirmation']!.databaseCalls.max, unit: 'calls' },
      { what: 'pages of the case file', value: pagesIn(pdf), unit: 'pages', limit: 40, sense: 'least' },
      { what: 'case file, first one of an instance', value: file.first, unit: 'ms', limit: 3000 },
      { what: 'case file, afterwards', value: file.best, unit: 'ms', limit: 3000 },
      { what: 'case file', value: Math.round(pdf.length / 1024), unit: 'KB' },
    ];
  } finally {
    await world.stop();
  }
}
