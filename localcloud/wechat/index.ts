/** The state of the WeChat side: accounts, credits, access tokens, telephone codes, and the inbox. */
import { randomBytes } from 'node:crypto';
import type { Faults } from '../faults';
import type { Fields } from '../http/exchange';
import type { Templates } from './fields';
import { Inbox } from './inbox';
import { Memory } from './memory';
import type { Person } from './types';

const TOKEN_SECONDS = 7200;
const CODE_MS = 5 * 60_000;

/** WeChat's two failures that any call can meet. */
export const SYSTEM_BUSY: Fields = { errcode: -1, errmsg: 'system error' };

export class WeChat {
  readonly inbox: Inbox;
  readonly memory: Memory;
  /** What the simulated recogniser hears in any sound. */
  said = '楼上卫生间漏水，我家天花板湿了一大片。';
  private token: { value: string; until: number } | undefined;
  private readonly codes = new Map<string, { phone: string; until: number; used: boolean }>();

  constructor(
    readonly now: () => number,
    readonly faults: Faults,
    readonly templates: Templates | undefined,
    file: string | undefined,
    people: Person[],
  ) {
    this.memory = new Memory(file);
    this.inbox = new Inbox(now, to => (this.people.has(to) ? to : this.memory.byPhone(to)?.openid));
    for (const person of people) if (!this.people.has(person.openid)) this.memory.keep(person);
  }

  get people(): Map<string, Person> {
    return this.memory.people;
  }

  /** As `stable_token`: the same token until it ends, a new one on `force_refresh`. */
  stableToken(body: Fields): Fields {
    if (body.grant_type !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' };
    if (!body.appid) return { errcode: 40013, errmsg: 'invalid appid' };
    if (!body.secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    if (!this.token || this.token.until <= this.now() || body.force_refresh === true) {
      this.token = { value: `local_${randomBytes(24).toString('hex')}`, until: this.now() + TOKEN_SECONDS * 1000 };
    }
    return { access_token: this.token.value, expires_in: Math.floor((this.token.until - this.now()) / 1000) };
  }

  /** @returns WeChat's refusal of an access token, or undefined. */
  tokenError(token: string): Fields | undefined {
    if (!token) return { errcode: 41001, errmsg: 'access_token missing' };
    if (token !== this.token?.value)
      return { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' };
    return this.token.until <= this.now() ? { errcode: 42001, errmsg: 'access_token expired' } : undefined;
  }

  /** What a tap on the telephone button gives: good for five minutes, once. */
  phoneCode(openid: string): string {
    const code = randomBytes(16).toString('hex');
    const phone = this.people.get(openid)?.phone || madeUpPhone(openid);
    this.codes.set(code, { phone, until: this.now() + CODE_MS, used: false });
    return code;
  }

  /** @returns the number, or WeChat's refusal of the code. */
  redeemCode(code: string): string | Fields {
    const known = this.codes.get(code);
    if (!known || known.until <= this.now()) return { errcode: 40029, errmsg: 'invalid code' };
    if (known.used) return { errcode: 40163, errmsg: 'code been used' };
    known.used = true;
    return known.phone;
  }
}

/** A number for an account that has none: always the same one, of a prefix that no carrier uses. */
function madeUpPhone(openid: string): string {
  let hash = 0;
  for (const letter of openid) hash = (hash * 31 + letter.codePointAt(0)!) % 100_000_000;
  return `100${String(hash).padStart(8, '0')}`;
}
