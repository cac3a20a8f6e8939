/**
 * The one door of a function. A call passes, in this order:
 * action → actor → role → input → (a command: request id) → handler → output → envelope.
 * WeChat calls, HTTP access, the timer and other functions all come through here; a hook is answered beside, in `hooks.ts`.
 */
import { randomUUID } from 'node:crypto';
import type { Action, Call, Contract, Envelope, HookCall, HookReply } from '../../types/contract';
import type { Instant } from '../../types/time';
import { now as clock } from './clock';
import { type Context, type HandlersOf, makeContext } from './context';
import { nudge } from './courier';
import { type Caller, type Entry, readEntry } from './entry';
import { answerHook } from './hooks';
import { Refusal } from './refusal';
import { admits, type Session, SYSTEM, sessionOf, stillGranted } from './session';
import { Store } from './store';
import { runDue } from './timer';

/** Bytes of one call; a larger thing goes through the storage (the platform's own limit is about 100 KB). */
const LARGEST_CALL = 100_000;

type AnyHandler = (input: unknown, ctx: Context<string>) => Promise<unknown>;
type Result = Envelope<unknown>;

export function serve<C extends Contract>(contract: C, handlers: HandlersOf<C>) {
  const run = (call: Call, caller: Caller, now: Instant): Promise<unknown> =>
    perform(contract, handlers as unknown as Record<string, AnyHandler>, call, caller, now);

  return async function main(event: unknown, context: unknown): Promise<unknown> {
    const now = clock();
    const entry = readEntry(event, context, now);
    if (entry.kind === 'timer') return runDue(contract, now, action => run({ action, input: {} }, { kind: 'system' }, now));
    if (entry.kind === 'hook')
      return hookReply(await hooked(contract, handlers as unknown as Record<string, AnyHandler>, entry, now));
    const result = await answer(contract.name, entry, (call, caller) => run(call, caller, now));
    return entry.http ? asHttp(result) : result;
  };
}

/** Nobody's call: the handler proves who it is from, and finds the community in what it proved. */
async function hooked(
  contract: Contract,
  handlers: Record<string, AnyHandler>,
  { name, call }: { name: string; call: HookCall },
  now: Instant,
): Promise<HookReply> {
  const action = Object.hasOwn(contract.actions, name) ? contract.actions[name] : undefined;
  const errands = new Set<string>();
  const author = { by: 'hook', action: name, requestId: randomUUID(), now, errands };
  const reply = await answerHook(action, handlers[name] as never, call, () =>
    makeContext(now, SYSTEM, Store.ofEnvironment(author)),
  );
  await nudge(errands, now);
  return reply;
}

const hookReply = ({ status, body = '', headers }: HookReply) => ({
  statusCode: status,
  headers: { 'cache-control': 'no-store', ...headers },
  body,
});

async function answer(
  domain: string,
  entry: Exclude<Entry, { kind: 'timer' | 'hook' }>,
  run: (call: Call, caller: Caller) => Promise<unknown>,
): Promise<Result> {
  if (entry.kind === 'garbled') return { ok: false, error: { code: 'BAD_INPUT' } };
  const { call } = entry;
  try {
    if (entry.bytes > LARGEST_CALL) throw new Refusal('TOO_LARGE', { bytes: LARGEST_CALL });
    return { ok: true, data: await run(call, entry.caller) };
  } catch (error) {
    if (error instanceof Refusal)
      return { ok: false, error: { code: error.code, ...(error.details ? { details: error.details } : {}) } };
    const requestId = call.requestId ?? randomUUID();
    console.error(JSON.stringify({ domain, action: call.action, requestId, error: describe(error) }));
    return { ok: false, error: { code: 'INTERNAL', requestId } };
  }
}

/** For the log: the kind and the place, not the data that was being handled. */
const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}\n${error.stack ?? ''}` : String(error);

async function perform(
  contract: Contract,
  handlers: Record<string, AnyHandler>,
  call: Call,
  caller: Caller,
  now: Instant,
): Promise<unknown> {
  const action = Object.hasOwn(contract.actions, call.action) ? contract.actions[call.action] : undefined;
  const handler = handlers[call.action];
  if (!action || !handler || action.verb === 'hook') throw new Refusal('UNKNOWN_ACTION');

  const session = await actorOf(action, caller, now);
  const input = action.input.safeParse(call.input);
  if (!input.success) throw new Refusal('BAD_INPUT', { field: input.error.issues[0]?.path.join('.') ?? '' });
  if (action.verb === 'command' && !call.requestId) throw new Refusal('BAD_INPUT', { field: 'requestId' });

  const guard = action.verb === 'command' ? stillGranted(action.allow, session) : undefined;
  guard?.catch(() => undefined);
  const errands = new Set<string>();
  const author = { by: session.accountId, action: call.action, requestId: call.requestId ?? randomUUID(), now, guard, errands };
  const store = session.communityId ? Store.ofCommunity(session.communityId, author) : Store.ofEnvironment(author);
  const output = await handler(input.data, makeContext(now, session, store, call.openData, fromOf(caller)));
  await nudge(errands, now);
  return action.output.parse(output);
}

const fromOf = (caller: Caller): string =>
  caller.kind === 'account' ? caller.openid : caller.kind === 'nobody' ? (caller.from ?? '') : '';

/** Who acts. @throws Refusal NOT_SIGNED_IN for a stranger, NOT_ALLOWED for the wrong role. */
async function actorOf(action: Exclude<Action, { verb: 'hook' }>, caller: Caller, now: Instant): Promise<Session> {
  if (action.verb === 'job') {
    if (caller.kind !== 'system') throw new Refusal('NOT_ALLOWED');
    return SYSTEM;
  }
  if (caller.kind !== 'account') {
    if (action.allow.includes('public')) return { ...SYSTEM, accountId: 'public', name: '' };
    throw new Refusal('NOT_SIGNED_IN');
  }
  // Who is family follows from bindings, so an action for family reads them beside the account instead of after it.
  const wants = action.verb === 'query' || action.allow.includes('family') ? 'complete' : 'account';
  const session = await sessionOf(caller.openid, now, wants);
  if (!admits(action.allow, session)) throw new Refusal(session.status === 'stranger' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED');
  return session;
}

const asHttp = (result: Result) => ({
  statusCode: result.ok ? 200 : statusOf(result.error.code),
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(result),
});

const STATUS: Record<string, number> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  UNKNOWN_ACTION: 400,
  TOO_LARGE: 413,
  BUSY: 503,
  INTERNAL: 500,
};

/** A rule's no is 409: the request was understood and the state of things forbids it. */
const statusOf = (code: string): number => STATUS[code] ?? 409;
