/**
 * Who is calling. In WeChat the platform itself vouches for the person, so nothing is kept. On the web it is a token, given in the
 * address (`?token=…`) and kept in this browser until the person signs out.
 */
import { isWeapp } from './platform';
import { forget, keep, recall } from './store';

const KEY = 'jl:token';

/** Takes the token out of an address, before or after the `#`. Exported for tests. */
export function tokenIn(address: string): string | undefined {
  return /[?&]token=([^&#]+)/.exec(address)?.[1];
}

function takeFromAddress(): void {
  const token = tokenIn(window.location.href);
  if (!token) return;
  keep(KEY, decodeURIComponent(token));
  // A token must not stay in the address: people copy addresses.
  const clean = window.location.href.replace(/([?&])token=[^&#]+&?/, '$1').replace(/[?&](#|$)/, '$1');
  window.history.replaceState(window.history.state, '', clean);
}

/** Call once when the app starts. */
export function startSession(): void {
  if (!isWeapp) takeFromAddress();
}

export const sessionToken = (): string | undefined => (isWeapp ? undefined : recall<string>(KEY));

export function signIn(token: string): void {
  keep(KEY, token);
}

export function signOut(): void {
  forget(KEY);
}
