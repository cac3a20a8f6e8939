/**
 * The relay 中转通话: rings two people and joins them, and neither sees the other's number. Every telephone provider has its own way
 * (双呼, 隐私号, click to dial), so this asks a gateway of the deployment in one plain form, as devices come in one plain form:
 * `POST RELAY_URL` with `{id, first, then}`, `x-timestamp` and `x-signature` (hex of HMAC-SHA-256(RELAY_SECRET, timestamp + "." + body)),
 * answered by `{"ok": true}`. `first` is rung, then those of `then` in their order until one answers. The same id is the same call.
 */
import { now } from './clock';
import { hmacOf } from './hooks';
import { postJson } from './provider';

export const relayIsConfigured = (): boolean => Boolean(process.env.RELAY_URL && process.env.RELAY_SECRET);

/** True when the relay has taken the call. Never throws: who cannot be joined rings the community. */
export async function ringBoth(call: { id: string; first: string; then: readonly string[] }): Promise<boolean> {
  if (!relayIsConfigured() || call.then.length === 0) return false;
  const body = JSON.stringify(call);
  const stamp = String(now());
  const signature = hmacOf(Buffer.from(body), process.env.RELAY_SECRET ?? '', `${stamp}.`);
  try {
    const headers = { 'x-timestamp': stamp, 'x-signature': signature };
    return (await postJson<{ ok?: boolean }>(process.env.RELAY_URL ?? '', body, headers)).ok === true;
  } catch (error) {
    console.error(JSON.stringify({ relay: error instanceof Error ? error.message.slice(0, 100) : 'error' }));
    return false;
  }
}
