/** What goes back to the SDK, whichever way its call came. */
import { randomUUID } from 'node:crypto';
import type { AdminReply } from '../engine';

/** `body` is JSON. */
export type Answer = { readonly status: number; readonly body: string; readonly isDatabase: boolean };

export const answerOf = (body: unknown, status = 200): Answer => ({
  status,
  body: JSON.stringify(body ?? null),
  isDatabase: false,
});

export const databaseAnswer = (reply: AdminReply, status = 200): Answer => ({
  status,
  body: JSON.stringify(reply),
  isDatabase: true,
});

export const failure = (code: string, message: string): AdminReply => ({ requestId: randomUUID(), code, message });
