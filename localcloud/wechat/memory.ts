/** What the WeChat side remembers over a restart: accounts, message credits, and who holds which session token. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Person } from './types';

type Saved = { people: Person[]; credits: [string, number][]; sessions: [string, string][] };

const SAVE_AFTER_MS = 200;

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

const creditKey = (openid: string, template: string): string => `${openid}|${template}`;

export class Memory {
  readonly people = new Map<string, Person>();
  private readonly credits = new Map<string, number>();
  private readonly sessions = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  /** @param file where it is kept; undefined keeps nothing. */
  constructor(private readonly file: string | undefined) {
    if (!file || !existsSync(file)) return;
    const saved = JSON.parse(readFileSync(file, 'utf8')) as Partial<Saved>;
    for (const person of saved.people ?? []) this.people.set(person.openid, person);
    for (const [key, count] of saved.credits ?? []) this.credits.set(key, count);
    for (const [key, openid] of saved.sessions ?? []) this.sessions.set(key, openid);
  }

  keep(person: Person): void {
    this.people.set(person.openid, person);
    this.changed();
  }

  /** The account with this telephone number, with or without +86. */
  byPhone(phone: string): Person | undefined {
    const plain = phone.replace(/^\+86/, '');
    return plain ? [...this.people.values()].find(person => person.phone === plain) : undefined;
  }

  addCredit(openid: string, template: string): void {
    const key = creditKey(openid, template);
    this.credits.set(key, (this.credits.get(key) ?? 0) + 1);
    this.changed();
  }

  /** @returns false when there is none left. */
  takeCredit(openid: string, template: string): boolean {
    const key = creditKey(openid, template);
    const left = this.credits.get(key) ?? 0;
    if (left <= 0) return false;
    this.credits.set(key, left - 1);
    this.changed();
    return true;
  }

  creditsOf(openid: string): Record<string, number> {
    const own = [...this.credits].filter(([key, count]) => key.startsWith(`${openid}|`) && count > 0);
    return Object.fromEntries(own.map(([key, count]) => [key.slice(openid.length + 1), count]));
  }

  signedIn(token: string, openid: string): void {
    this.sessions.set(digest(token), openid);
    this.changed();
  }

  /** Whose session token this is, if it was given out here. */
  openidOf(token: string): string | undefined {
    return this.sessions.get(digest(token));
  }

  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.file) return;
    const saved: Saved = { people: [...this.people.values()], credits: [...this.credits], sessions: [...this.sessions] };
    writeFileSync(`${this.file}.new`, JSON.stringify(saved));
    renameSync(`${this.file}.new`, this.file);
  }

  private changed(): void {
    if (this.file) this.timer ??= setTimeout(() => this.save(), SAVE_AFTER_MS).unref();
  }
}
