/** What the page asks the local cloud. */
import type { LogEntry } from '../../functions/runner';
import type { Device } from '../../options';
import type { Message, Person } from '../../wechat/types';
import { toast } from './dom';

export type { Device, LogEntry, Message, Person };
export type Timer = { name: string; function: string; cron: string; next?: number };
export type Collection = { name: string; count: number };
export type Start = { url: string; hasApp: boolean; canSignIn: boolean; now: number };

export const start = JSON.parse(document.getElementById('state')!.textContent!) as Start;

export async function get<T>(path: string): Promise<T> {
  const reply = await fetch(path);
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return (await reply.json()) as T;
}

/** Posts JSON. A refusal is shown, and gives undefined. */
export async function post<T>(path: string, body: unknown = {}): Promise<T | undefined> {
  try {
    const reply = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await reply.text();
    if (reply.ok) return (text ? JSON.parse(text) : {}) as T;
    toast(`没有办成：${reply.status} ${text.slice(0, 160)}`);
  } catch (error) {
    toast(`没有办成：${String(error)}`);
  }
  return undefined;
}
