/** Entering from a desk browser: the phone vouches for it by scanning. */
import type { PeopleContract } from '../../../types/people';
import { type Instant, MINUTE_MS } from '../../../types/time';
import type { Context, HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { makeToken } from '../../_shared/token';
import { pairings } from '../collections';
import { sameSecret } from '../ids';

type Desk = Pick<HandlersOf<PeopleContract>, 'startSession' | 'openDesk' | 'desk' | 'confirmDesk' | 'enterDesk'>;

const PAIRING_MS = 3 * MINUTE_MS;
const SESSION_MS = 12 * 60 * MINUTE_MS;

const tokenOf = (accountId: string, from: Instant) => {
  const expiresAt = (from + SESSION_MS) as Instant;
  return { token: makeToken(accountId, 'desk', expiresAt), expiresAt };
};

/** The desk's secret is signed out of its own gesture, so a retry opens the same pairing and nothing is kept in clear. */
function deskOf(requestId: string): { pairId: string; secret: string; number: string } {
  const seed = makeToken(`pair:${requestId}`, 'system', 0 as Instant);
  const number = String(Number.parseInt(digest(['number', seed], 8), 16) % 100).padStart(2, '0');
  return { pairId: `p-${digest(['pair', seed], 24)}`, secret: digest(['secret', seed], 48), number };
}

async function openPairing(pairId: string, ctx: Context<'DESK_EXPIRED'>) {
  const pairing = await ctx.store.read(pairings, pairId);
  if (!pairing || pairing.expiresAt <= ctx.now || pairing.state === 'used') return ctx.refuse('DESK_EXPIRED');
  return pairing;
}

export const deskHandlers: Desk = {
  startSession: async (_input, ctx) => tokenOf(ctx.session.accountId, ctx.now),

  async openDesk({ browser }, ctx) {
    const { pairId, secret, number } = deskOf(ctx.store.author.requestId);
    const saved = await ctx.store.draft(pairings, pairId, { quiet: true, fresh: true }).save(current => {
      if (current) return undefined;
      const expiresAt = (ctx.now + PAIRING_MS) as Instant;
      return { doc: { secretHash: digest([secret], 64), browser, number, state: 'open' as const, expiresAt } };
    });
    return { pairId, secret, number, expiresAt: saved.expiresAt };
  },

  async desk({ pairId }, ctx) {
    const { browser, number, expiresAt } = await openPairing(pairId, ctx);
    return { browser, number, expiresAt };
  },

  async confirmDesk({ pairId }, ctx) {
    const accountId = ctx.session.accountId;
    await ctx.store.draft(pairings, pairId, { quiet: true }).save(pairing => {
      if (!pairing || pairing.expiresAt <= ctx.now || pairing.state === 'used') return ctx.refuse('DESK_EXPIRED');
      if (pairing.state === 'confirmed' && pairing.accountId !== accountId) return ctx.refuse('DESK_EXPIRED');
      return { doc: { ...pairing, state: 'confirmed' as const, accountId } };
    });
    return { done: true as const };
  },

  /** A wrong secret reads like an expired pairing: whoever guesses learns nothing. */
  async enterDesk({ pairId, secret }, ctx) {
    const { requestId, action } = ctx.store.author;
    const saved = await ctx.store.draft(pairings, pairId, { quiet: true }).save(pairing => {
      if (!pairing || pairing.expiresAt <= ctx.now || pairing.state === 'used') return ctx.refuse('DESK_EXPIRED');
      if (!sameSecret(digest([secret], 64), pairing.secretHash)) return ctx.refuse('DESK_EXPIRED');
      return pairing.state === 'confirmed' ? { doc: { ...pairing, state: 'used' as const } } : undefined;
    });
    const entered = saved.history.find(deed => deed.requestId === requestId && deed.action === action);
    if (!entered || !sameSecret(digest([secret], 64), saved.secretHash)) return { state: 'open' as const };
    return { state: 'in' as const, ...tokenOf(saved.accountId ?? '', entered.at) };
  },
};
