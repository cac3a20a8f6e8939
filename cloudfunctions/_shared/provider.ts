/** One HTTPS call to a provider, and what is known when it fails: certainly not accepted, or nobody knows. */

/** `no`: the provider never had it, so it may be tried again. `perhaps`: it may have been carried out. */
export class ProviderError extends Error {
  constructor(
    readonly accepted: 'no' | 'perhaps',
    message: string,
  ) {
    super(message);
  }
}

/** A function has seconds, and others wait. */
const PATIENCE_MS = 4_000;

/** The connection was never made: nothing can have been accepted. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

const causeOf = (error: unknown): string => (error as { cause?: { code?: string } })?.cause?.code ?? (error as Error)?.name ?? '';

/** Posts JSON and reads JSON. @throws ProviderError */
export async function postJson<T>(
  url: string,
  body: string,
  headers: Record<string, string> = {},
  patienceMs = PATIENCE_MS,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch (error) {
    const cause = causeOf(error);
    throw new ProviderError(NEVER_CONNECTED.has(cause) ? 'no' : 'perhaps', cause || 'error');
  }
  if (response.status === 429) throw new ProviderError('no', 'HTTP 429');
  if (!response.ok) throw new ProviderError(response.status >= 500 ? 'perhaps' : 'no', `HTTP ${response.status}`);
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new ProviderError('perhaps', causeOf(error) || 'not JSON');
  }
}
