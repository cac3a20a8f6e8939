/**
 * Sealing what must stay between a few people: AES-256-GCM with a key that only the environment knows: MEDIATION_KEY for cases,
 * HEALTH_KEY for health files, each in the one function that opens them. The database and the storage hold the sealed form alone. Where a sealed thing belongs is part of the seal (additional authenticated data), so that it
 * cannot be moved to another case, another part or another community without breaking.
 *
 * A key variable is `ID:KEY`, KEY being 32 bytes in base64; several separated by commas. The first seals, all of them open: to change
 * keys, put the new one in front.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Refusal } from './refusal';

type Key = { id: string; bytes: Buffer };
const IV = 12;
const TAG = 16;
const MAGIC = Buffer.from('JLSEAL1\0');

/** Which variable holds the key. */
export type KeyName = 'MEDIATION_KEY' | 'HEALTH_KEY';
const MEDIATION: KeyName = 'MEDIATION_KEY';
const known = new Map<KeyName, { text: string; keys: Key[] }>();

/** Keys of the environment, the sealing one first; a key that is not 32 bytes is none. */
function keys(name: KeyName): Key[] {
  const text = process.env[name] ?? '';
  const before = known.get(name);
  if (before?.text === text) return before.keys;
  const parsed = text.split(',').flatMap(part => {
    const match = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/=_-]+)$/.exec(part.trim());
    const bytes = match ? Buffer.from(match[2]!, 'base64') : undefined;
    return match && bytes?.length === 32 ? [{ id: match[1]!, bytes }] : [];
  });
  known.set(name, { text, keys: parsed });
  return parsed;
}

export const canSeal = (name: KeyName = MEDIATION): boolean => keys(name).length > 0;

/** @throws Refusal SEAL_KEY_MISSING: nothing is ever stored in the clear instead. */
function sealingKey(name: KeyName): Key {
  const [key] = keys(name);
  if (!key) throw new Refusal('SEAL_KEY_MISSING');
  return key;
}

const bound = (keyId: string, where: readonly string[]): Buffer => Buffer.from(['v1', keyId, ...where].join('\u0001'));

function encrypt(key: Key, plain: Buffer, where: readonly string[]): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv);
  cipher.setAAD(bound(key.id, where));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, body, cipher.getAuthTag()]);
}

/** @throws Refusal SEAL_KEY_MISSING without any key, SEAL_BROKEN when the key is gone, or the thing was changed or moved. */
function decrypt(name: KeyName, keyId: string, sealed: Buffer, where: readonly string[]): Buffer {
  sealingKey(name);
  const key = keys(name).find(candidate => candidate.id === keyId);
  if (!key || sealed.length < IV + TAG) throw new Refusal('SEAL_BROKEN');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, IV));
    decipher.setAAD(bound(keyId, where));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new Refusal('SEAL_BROKEN');
  }
}

/** `where`: what the sealed text belongs to, from the community down. */
export function seal(value: unknown, where: readonly string[], name: KeyName = MEDIATION): string {
  const key = sealingKey(name);
  return `v1.${key.id}.${encrypt(key, Buffer.from(JSON.stringify(value)), where).toString('base64url')}`;
}

export function unseal<T>(sealed: string, where: readonly string[], name: KeyName = MEDIATION): T {
  const [version, keyId, body] = sealed.split('.');
  if (version !== 'v1' || !keyId || !body) throw new Refusal('SEAL_BROKEN');
  return JSON.parse(decrypt(name, keyId, Buffer.from(body, 'base64url'), where).toString()) as T;
}

export function sealBytes(plain: Buffer, where: readonly string[]): Buffer {
  const key = sealingKey(MEDIATION);
  const id = Buffer.from(key.id);
  return Buffer.concat([MAGIC, Buffer.from([id.length]), id, encrypt(key, plain, where)]);
}

export function unsealBytes(sealed: Buffer, where: readonly string[]): Buffer {
  const at = MAGIC.length;
  if (!sealed.subarray(0, at).equals(MAGIC)) throw new Refusal('SEAL_BROKEN');
  const length = sealed[at] ?? 0;
  return decrypt(MEDIATION, sealed.subarray(at + 1, at + 1 + length).toString(), sealed.subarray(at + 1 + length), where);
}

/** A name that is the same for the same thing and tells nothing without the key: 24 hexadecimal digits. */
export const pseudonym = (parts: readonly string[]): string =>
  createHmac('sha256', sealingKey(MEDIATION).bytes)
    .update(['pseudonym', ...parts].join('\u0001'))
    .digest('hex')
    .slice(0, 24);
