/** Ids that are the same for the same thing, and tokens that nobody guesses. */
import { createHash, randomBytes } from 'node:crypto';
import { ALERT_KINDS, type AlertKind } from '../../types/alerts';

/** Names a person to screens without the account behind it. */
export const personKey = (account: string): string =>
  createHash('sha256').update(`safety\u0001${account}`).digest('hex').slice(0, 16);

/** 128 random bits, safe in a path and in a QR code. */
export const newToken = (): string => randomBytes(16).toString('base64url');
/** 256 random bits for a device to sign with. */
export const newSecret = (): string => randomBytes(32).toString('hex');

export const alertIdOf = (kind: string, subjectId: string, episode: number): string => `${kind}~${subjectId}~${episode}`;
/** The kind stands in the id as well. */
export const kindOf = (alertId: string): AlertKind => ALERT_KINDS.find(kind => kind === alertId.split('~')[0]) ?? 'other';
/** The subject stands in the id, so that a deed can read it beside the alert instead of after. */
export const subjectOf = (alertId: string): string => alertId.slice(alertId.indexOf('~') + 1, alertId.lastIndexOf('~'));

const ABOUT = 'safety:alert:';
/** What comes back with the courier's reports. */
export const aboutOf = (alertId: string): string => `${ABOUT}${alertId}`;
export const alertOfAbout = (about: string): string | undefined =>
  about.startsWith(ABOUT) ? about.slice(ABOUT.length) : undefined;

const TEST = 'safety:test:';
export const testAbout = (account: string): string => `${TEST}${account}`;
export const accountOfTest = (about: string): string | undefined =>
  about.startsWith(TEST) ? about.slice(TEST.length) : undefined;
