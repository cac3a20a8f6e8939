/** Messages for tests: things told from a document's outbox, and a provider of WeChat's API that does as it is told. */
import { createServer, type Server } from 'node:http';
import type { Letter } from '../../types/letters';
import type { MessageKind, Urgency } from '../../types/messages';
import type { World } from '.';

export type To = { ref: string; account?: string; phone?: string };
export type LetterDoc = Letter & { _id: string };
type Row = Record<string, unknown> & { _id: string };

export async function insert(world: World, collectionName: string, rows: readonly Row[]): Promise<void> {
  const data = rows.map(row => JSON.stringify({ communityId: 'xingfuli', version: 1, history: [], outbox: [], ...row }));
  const reply = await world.engine.handle({ action: 'database.insertDocument', collectionName, data });
  if (reply.code) throw new Error(`${collectionName}: ${reply.code} ${reply.message}`);
}

let cause = 0;

/** Leaves items in the outbox of one document, as a command does, with its mark. @returns the document's id */
export async function leave(world: World, items: readonly Record<string, unknown>[]): Promise<string> {
  const docId = `xingfuli:cause-${++cause}`;
  const common = { communityId: 'xingfuli', at: world.now() };
  const outbox = items.map((item, i) => ({ id: `tryouts:${docId}:1:${i}`, ...common, ...item }));
  await insert(world, 'marks', [{ _id: `tryouts:${docId}`, collection: 'tryouts', docId, stamp: world.now(), leasedUntil: 0 }]);
  await insert(world, 'tryouts', [{ _id: docId, at: world.now(), outbox }]);
  return docId;
}

export const postItem = (message: MessageKind, to: readonly To[], urgency?: Urgency) => ({
  kind: 'post',
  message,
  to,
  data: { day: '明天', period: '午餐', reason: '检修', diner: '居民', time: '11:00', by: '社区' },
  about: 'notice-1',
  ...(urgency ? { urgency } : {}),
});

export const messageItem = (message: MessageKind, to: string, how: Record<string, unknown> = {}) => {
  const { about: _about, kind: _kind, ...rest } = postItem(message, []);
  return { kind: 'message', ...rest, to, ...how };
};

export const lettersOf = (world: World, filter: object = {}): LetterDoc[] =>
  world.engine.peek('letters', filter, 100_000) as LetterDoc[];

/** So many permissions for a kind, here and at WeChat. */
export async function allow(world: World, kind: MessageKind, accounts: readonly string[], count = 1): Promise<void> {
  const template = `tmpl-${kind}`;
  for (const account of accounts) for (let i = 0; i < count; i++) world.subscribe(account, [template]);
  const rows = accounts.map(to => ({ _id: `${to}:${template}`, to, template, count }));
  for (let i = 0; i < rows.length; i += 1000) await insert(world, 'credits', rows.slice(i, i + 1000));
}

/** Rings the courier so often, a minute apart. */
export async function ring(world: World, times = 1, apartMs = 61_000): Promise<void> {
  for (let i = 0; i < times; i++) await world.advance(apartMs);
}

/** What WeChat was asked to send, and what it answers: a function of the message, or nothing at all (the connection is cut). */
export type Provider = {
  url: string;
  sent: { touser: string; template_id: string }[];
  /** Whom it told, or may have told before it hung up. */
  taken: string[];
  answer: (message: { touser: string }) => Promise<object | undefined> | object | undefined;
  stop: () => Promise<void>;
};

export async function provider(): Promise<Provider> {
  const own: Provider = {
    url: '',
    sent: [],
    taken: [],
    answer: () => ({ errcode: 0, errmsg: 'ok' }),
    stop: async () => undefined,
  };
  const server: Server = createServer(async (request, reply) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = JSON.parse(Buffer.concat(parts).toString()) as { touser: string; template_id: string };
    const isToken = request.url?.includes('stable_token');
    if (!isToken) own.sent.push(body);
    const said = isToken ? { access_token: 'a', expires_in: 7200 } : await own.answer(body);
    if (!isToken && (!said || (said as { errcode?: number }).errcode === 0)) own.taken.push(body.touser);
    if (!said) return void request.socket.destroy();
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  own.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  own.stop = () =>
    new Promise(done => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return own;
}
