/** Doors by which a browser can do what the WeChat client does: sign in, accept messages, give the telephone number. */

import { HttpError, isFields, textOf } from '../http/exchange';
import type { Parts } from '../parts';
import type { Person } from '../wechat/types';
import type { Doors, Request } from './types';

/** Who acts: named in the body, or the holder of a session token that was given out by the sign-in door. */
function actor({ wechat }: Parts, { body, headers }: Request): string {
  const named = textOf(body, 'openid');
  if (named) return named;
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  const openid = token ? wechat.memory.openidOf(token) : undefined;
  if (!openid) throw new HttpError(400, 'INVALID_PARAM', 'openid, or the token of a person who signed in here, is needed');
  return openid;
}

async function signIn({ options, runner, wechat }: Parts, openid: string): Promise<{ token: string }> {
  const { signIn: door } = options;
  if (!openid) throw new HttpError(400, 'INVALID_PARAM', 'openid is needed');
  if (!door) throw new HttpError(404, 'NOT_FOUND', 'this local cloud was started without a sign-in function');
  const event = { action: door.action, input: {}, ...door.event };
  const outcome = await runner.run(door.function, { kind: 'wechat', openid }, { value: event });
  if (!outcome.ok) throw new HttpError(500, outcome.code, outcome.message);
  const reply: unknown = JSON.parse(outcome.result);
  const token = isFields(reply) && isFields(reply.data) ? textOf(reply.data, 'token') : '';
  if (!token) throw new HttpError(403, 'SIGN_IN_REFUSED', 'the sign-in function gave no token', reply);
  wechat.memory.signedIn(token, openid);
  return { token };
}

function readPerson(value: unknown): Person {
  const fields = isFields(value) ? value : {};
  const [openid, name] = [textOf(fields, 'openid'), textOf(fields, 'name')];
  if (!openid || !name) throw new HttpError(400, 'INVALID_PARAM', 'a person has an openid and a name');
  return { openid, name, phone: textOf(fields, 'phone'), about: textOf(fields, 'about') };
}

const templatesOf = (body: Request['body']): string[] => {
  const given = body.templateIds ?? body.templates;
  if (!Array.isArray(given)) throw new HttpError(400, 'INVALID_PARAM', 'templateIds is a list');
  return given.map(String);
};

export const peopleDoors: Doors = {
  'POST /local/sign-in': (parts, { body }) => signIn(parts, textOf(body, 'openid')),
  'GET /local/people': ({ wechat }) => [...wechat.people.values()],
  'POST /local/people': ({ wechat }, { body }) => {
    const people = (Array.isArray(body.list) ? body.list : [body]).map(readPerson);
    for (const person of people) wechat.memory.keep(person);
    return people;
  },
  'POST /local/wechat/subscribe': (parts, request) => {
    const openid = actor(parts, request);
    const accepted = request.body.accept === false ? [] : templatesOf(request.body);
    for (const template of accepted) parts.wechat.memory.addCredit(openid, template);
    return { accepted, credits: parts.wechat.memory.creditsOf(openid) };
  },
  'POST /local/wechat/phone-code': (parts, request) => ({ code: parts.wechat.phoneCode(actor(parts, request)) }),
};
