import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../types/time';

/**
 * Tokens of ours, where the platform gives no identity: a desk browser over HTTP access, and one function calling another.
 * `payload.signature`, HMAC-SHA-256 with JINLIN_SECRET. A token says who, for what use, until when; roles are never in it.
 */
export type TokenUse = 'desk' | 'system';
type Payload = { sub: string; use: TokenUse; exp: number };

function secret(): string {
  const value = process.env.JINLIN_SECRET ?? '';
  if (value.length < 16) throw new Error('JINLIN_SECRET is missing or shorter than 16 characters');
  return value;
}

const sign = (body: string): string => createHmac('sha256', secret()).update(body).digest('base64url');

/** A name for something that tells nothing of it without the secret. */
export const keyed = (text: string): string => sign(`name:${text}`);

export function makeToken(sub: string, use: TokenUse, expires: Instant): string {
  const body = Buffer.from(JSON.stringify({ sub, use, exp: expires } satisfies Payload)).toString('base64url');
  return `${body}.${sign(body)}`;
}

/** Who the token speaks for, or undefined when it is forged, expired or made for another use. */
export function readToken(token: string, use: TokenUse, now: Instant): string | undefined {
  const [body, signature] = token.split('.');
  if (!body || !signature) return undefined;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(body));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  try {
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Payload;
    return payload.use === use && payload.exp > now ? payload.sub : undefined;
  } catch {
    return undefined;
  }
}
