/** A request of the local cloud to one of its own functions, as if it came from outside. */
import type { Parts } from '../parts';

/** @returns status and text of the reply. */
export async function httpReplyOf({ url }: Parts, path: string, body: unknown): Promise<{ status: number; body: string }> {
  const reply = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.text() };
}
