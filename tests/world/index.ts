/**
 * The world of a test: a local cloud with the demo community, and people in it who act through the real door.
 * `const daughter = await world.as('wx-limin'); await daughter.canteen('bookMeal', …)`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoSize } from '../../config/demo';
import { buildFunctions } from '../../config/scripts/build-functions';
import { startDemoCloud } from '../../config/scripts/demo-cloud';
import { ROOT } from '../../config/scripts/root';
import type { LocalCloud, LocalCloudOptions } from '../../localcloud';
import { type Contracts, contracts } from '../../types';
import type { ActionName, Contract, Envelope, InputOf, OutputOf } from '../../types/contract';
import { addDays, type CivilDate, civilDate, dayOf, type Instant, instantAt, readClock } from '../../types/time';

/** A refusal as the caller sees it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly details: Record<string, unknown> = {},
    readonly status = 0,
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}

type Door<C extends Contract> = <A extends ActionName<C>>(
  action: A,
  input: InputOf<C, A>,
  requestId?: string,
) => Promise<OutputOf<C, A>>;

/** A door for every domain, by its name. */
export type Person = { [D in keyof Contracts]: Door<Contracts[D]> } & {
  openid: string;
  token: string;
  /** Anything at all, for junk. */
  raw(domain: string, body: unknown): Promise<{ status: number; reply: Envelope<unknown> }>;
};

let gestures = 0;
export const gesture = (): string => `gesture-${process.pid}-${++gestures}`;

export type World = LocalCloud & {
  as(openid: string): Promise<Person>;
  stranger: Person;
  /** Moves the clock to a time of a day counted from the first day of the test. */
  at(text: string, daysLater?: number): Promise<void>;
  today: CivilDate;
  /** Rings every timer a few times, so that what was left in outboxes arrives. */
  settle(): Promise<void>;
};

/** 2026-11-26, 08:00: a working day with lunch and dinner, before every cut-off. Tests do not depend on the day they run. */
export const THURSDAY_MORNING = instantAt(civilDate('2026-11-26'), 8 * 60);

/** The courier last: what the others left in this ring arrives in this ring. */
const DOMAINS = [...Object.keys(contracts).filter(name => name !== 'courier'), 'courier'];

/** @param options as for the local cloud; timers run only when a test rings them, and the clock stands on a Thursday morning. */
export async function openWorld(size: DemoSize = { residents: 60 }, options: Partial<LocalCloudOptions> = {}): Promise<World> {
  if (!existsSync(join(ROOT, 'dist', 'functions', 'canteen', 'index.js'))) await buildFunctions();
  const cloud = await startDemoCloud(
    { timers: false, workers: 2, ...options },
    { at: () => THURSDAY_MORNING, safety: false, care: false, ...size },
  );
  const today = dayOf(cloud.now() as Instant);
  return Object.assign(Object.create(cloud) as LocalCloud, {
    today,
    stranger: personWith(cloud, '', ''),
    as: async (openid: string) => personWith(cloud, openid, await signIn(cloud, openid)),
    at: (text: string, daysLater = 0) => cloud.setClock(instantAt(addDays(today, daysLater), readClock(text)!)),
    async settle() {
      for (let ring = 0; ring < 3; ring++) {
        await cloud.advance(61_000);
        for (const domain of DOMAINS) await cloud.fire(domain);
      }
    },
  });
}

async function signIn(cloud: LocalCloud, openid: string): Promise<string> {
  const reply = await post(`${cloud.url}/local/sign-in`, { openid });
  const { token } = (await reply.json()) as { token?: string };
  if (!token) throw new Error(`no token for ${openid}: ${reply.status}`);
  return token;
}

const post = (url: string, body: unknown, token?: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

function personWith(cloud: LocalCloud, openid: string, token: string): Person {
  const raw = async (domain: string, body: unknown) => {
    const reply = await post(`${cloud.url}/api/${domain}`, body, token);
    return { status: reply.status, reply: (await reply.json()) as Envelope<unknown> };
  };
  const door =
    (domain: string) =>
    async (action: string, input: unknown, requestId: string = gesture()) => {
      const { status, reply } = await raw(domain, { action, input, requestId });
      if (reply.ok) return reply.data;
      throw new Refused(reply.error.code, reply.error.details, status);
    };
  const doors = Object.fromEntries(Object.keys(contracts).map(domain => [domain, door(domain)]));
  return { openid, token, raw, ...doors } as unknown as Person;
}

/** The code of the refusal that `attempt` meets; a failed test when it meets none. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
  throw new Error('expected a refusal, but it was done');
}
