/** A notice to twelve thousand people: preview, acceptance, every letter there; what each person costs the database. */
import { openWorld, type Person, type World } from '../world';
import { finished, previewed } from '../world/notices';
import type { Figure } from './table';

const PEOPLE = 12_000;
/** What a community may wait until everybody's letter lies in the message centre and is with its channels. */
const SECONDS = 60;

const seconds = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = process.hrtime.bigint();
  const result = await work();
  return [result, Number(process.hrtime.bigint() - began) / 1e9];
};

/** The courier rings until every letter is there, but no longer than twice the bound. */
async function lettersThere(world: World, wanted: number): Promise<{ letters: number; seconds: number }> {
  let letters = 0;
  const [, took] = await seconds(async () => {
    const stop = Date.now() + 2 * SECONDS * 1000;
    while (letters < wanted && Date.now() < stop) {
      await world.advance(61_000);
      await world.fire('courier');
      letters = world.engine.peek('letters', { kind: 'notice' }, wanted + 1).length;
    }
  });
  return { letters, seconds: took };
}

async function read(world: World, author: Person, id: string): Promise<Figure[]> {
  const reader = await world.as('wx-r-1');
  world.resetStats();
  const [, board] = await seconds(() => author.notices('board', { id }));
  await reader.notices('openNotice', { id });
  await reader.notices('myNotices', {});
  const { 'notices.board': boards, 'notices.myNotices': mine, 'notices.openNotice': opened } = world.stats();
  return [
    { what: 'board of 12,000', value: board * 1000, unit: 'ms', limit: 1000 },
    { what: 'board: round trips', value: boards!.roundTrips.max, unit: '', limit: 2 },
    { what: 'my notices: round trips, warm', value: mine!.roundTrips.max, unit: '', limit: 2 },
    { what: 'open and mark read: round trips', value: opened!.roundTrips.max, unit: '', limit: 3 },
  ];
}

export async function notices(): Promise<Figure[]> {
  const world = await openWorld({ residents: PEOPLE, accounts: PEOPLE - 10, past: 0, fill: 0, notices: false });
  try {
    const author = await world.as('wx-zhouzhuren');
    const settings = await author.notices('settings', {});
    await author.notices('saveSettings', { ...settings, eyesAbove: 100_000 });
    const [{ id, frozen }, preview] = await seconds(() => previewed(author, { kind: 'everyone' }));
    world.resetStats();
    const before = process.memoryUsage().rss;
    const [, accepted] = await seconds(() => author.notices('sendNotice', { id, frozenId: frozen!.id }));
    const [, sending] = await seconds(() => finished(author, id));
    const ours = Object.values(world.stats()).reduce((sum, each) => sum + each.databaseCalls.total, 0);
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;
    const receipts = world.engine.peek('receipts', { noticeId: id }, PEOPLE + 1).length;
    world.resetStats();
    const wanted = receipts - frozen!.reach.phone - frozen!.reach.none;
    const there = await lettersThere(world, wanted);
    const theirs = Object.values(world.stats()).reduce((sum, each) => sum + each.databaseCalls.total, 0);
    return [
      { what: 'people', value: frozen!.total, unit: '', limit: PEOPLE, sense: 'exactly' },
      { what: 'preview: saved, worked out, frozen', value: preview, unit: 's' },
      { what: 'accepted', value: accepted, unit: 's', limit: 1 },
      { what: 'every letter left with the courier', value: accepted + sending, unit: 's', limit: SECONDS },
      { what: 'database calls a person, notices', value: ours / frozen!.total, unit: 'calls', limit: 0.2 },
      { what: 'receipts', value: receipts, unit: '', limit: PEOPLE, sense: 'exactly' },
      { what: 'letters in the message centres', value: there.letters, unit: '', limit: wanted, sense: 'exactly' },
      { what: 'from acceptance to the last letter', value: accepted + sending + there.seconds, unit: 's', limit: SECONDS },
      { what: 'database calls a person, courier', value: theirs / frozen!.total, unit: 'calls' },
      { what: 'local cloud grown while sending (it holds the database)', value: grown, unit: 'MB' },
      ...(await read(world, author, id)),
    ];
  } finally {
    await world.stop();
  }
}
