/**
 * Pick-up codes 接送码: six digits made of the environment's secret, the adult, the child and the day. Nothing is stored: the code is the
 * same all day, nobody else's on any day, and worth nothing once the child is gone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CivilDate } from '../../types/time';

const DIGITS = 6;

function secret(): string {
  const value = process.env.JINLIN_SECRET ?? '';
  if (value.length < 16) throw new Error('JINLIN_SECRET is missing or shorter than 16 characters');
  return value;
}

/** @param adultId of a guardian, a standing adult, or a temporary authority. */
export function pickupCode(communityId: string, adultId: string, childId: string, day: CivilDate): string {
  const mac = createHmac('sha256', secret()).update(['pickup', communityId, adultId, childId, day].join('\u0001')).digest();
  return String(mac.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0');
}

export function sameCode(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given.trim()), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export const isCode = (text: string): boolean => /^\d{6}$/.test(text.trim());
