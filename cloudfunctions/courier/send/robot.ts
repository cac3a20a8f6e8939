/** A staff group's robot: at most twenty messages a minute, counted in the database for all instances together. */
import type { Robot } from '../../../types/letters';
import { type Instant, MINUTE_MS } from '../../../types/time';
import { now as clock, jitter } from '../../_shared/clock';
import { _, db, isDuplicate } from '../../_shared/database';
import { ProviderError } from '../../_shared/provider';
import { sayInGroup } from '../../_shared/wecom';
import { robotMinutes } from '../collections';
import { splitForRobot } from '../rules';
import type { Answered } from './channels';

const A_MINUTE = 20;
const TRIES = 8;

/** Within an instance those who want room stand in line, instead of spoiling each other's writes. */
const lines = new Map<string, Promise<unknown>>();

function inLine<T>(id: string, work: () => Promise<T>): Promise<T> {
  const mine = (lines.get(id) ?? Promise.resolve()).then(work, work);
  lines.set(id, mine);
  return mine.finally(() => {
    if (lines.get(id) === mine) lines.delete(id);
  });
}

type Minute = { _id: string; sent: Instant[]; version: number };

/** Takes room for so many messages, or says when there will be some. */
async function takeRoom(id: string, wanted: number): Promise<{ freeAt?: Instant }> {
  const at = clock();
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { data } = await db().collection(robotMinutes.name).doc(id).get();
    const [known] = data as Minute[];
    const recent = (known?.sent ?? []).filter(each => each > at - MINUTE_MS && each <= at);
    if (recent.length + wanted > A_MINUTE) {
      const room = recent[recent.length + wanted - A_MINUTE - 1] ?? at;
      return { freeAt: (room + MINUTE_MS + 1) as Instant };
    }
    if (await noteMinute(id, known, [...recent, ...Array<Instant>(wanted).fill(at)])) return {};
    await jitter(2, 10 * attempt);
  }
  return { freeAt: (at + MINUTE_MS / 4) as Instant };
}

async function noteMinute(id: string, known: Minute | undefined, sent: Instant[]): Promise<boolean> {
  if (known) {
    const where = { _id: id, version: known.version };
    const { updated } = await db()
      .collection(robotMinutes.name)
      .where(where)
      .update({ sent: _.set(sent), version: _.inc(1) });
    return (updated ?? 0) > 0;
  }
  try {
    await db().collection(robotMinutes.name).add({ _id: id, communityId: '', sent, version: 1, history: [], outbox: [] });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** The robot's own limit was reached after all, or the service is busy: nothing was said. */
const COME_AGAIN = new Set([-1, 45009]);
/** Longer than anybody reads in a group, and at most four parts. */
const LONGEST = 2400;

/** Says a text in the group, in parts where it is long. Once a part is out, the rest is never begun anew. */
export async function sayToRobot(robot: Robot, communityId: string, text: string): Promise<Answered> {
  const parts = splitForRobot([...text].slice(0, LONGEST).join(''));
  const id = `${communityId}:${robot.key}`;
  const { freeAt } = await inLine(id, () => takeRoom(id, parts.length));
  if (freeAt !== undefined) return { outcome: 'later', answer: '这个群一分钟内的消息满了', retryAt: freeAt };
  for (const [i, part] of parts.entries()) {
    const { errcode, errmsg } = await sayInGroup(robot.webhook, part).catch(error => {
      // Never reached: with nothing said yet it may be tried again as a whole.
      if (error instanceof ProviderError && error.accepted === 'no') return { errcode: -1, errmsg: error.message };
      throw error;
    });
    if (errcode === 0) continue;
    const outcome = i === 0 && COME_AGAIN.has(errcode) ? 'later' : 'failed';
    return { outcome, answer: `${errcode} ${errmsg}${i > 0 ? `（第 ${i + 1} 段没有发出）` : ''}` };
  }
  return { outcome: 'sent', answer: 'ok' };
}
