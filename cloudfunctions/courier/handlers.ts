import type { CourierContract } from '../../types/courier';
import { eventSchemas } from '../../types/events';
import { DAY_MS } from '../../types/time';
import type { HandlersOf } from '../_shared/context';
import { _, db } from '../_shared/database';
import { credits, deadLetters, hookCalls, letters, posts, pushChoices } from './collections';
import { desk } from './handlers/desk';
import { inbox } from './handlers/inbox';
import { voice } from './handlers/voice';
import { push, sweep } from './work';

/** How long each is kept, in days; as the collections say. */
const KEPT: readonly [name: string, days: number][] = [
  [letters.name, 365],
  [posts.name, 90],
  [deadLetters.name, 90],
  [hookCalls.name, 30],
];

export const handlers: HandlersOf<CourierContract> = {
  ...inbox,
  ...desk,
  voice,

  sweep: () => sweep(),
  push: ({ marks }) => push(marks),

  async hear({ name, payload }) {
    if (name !== 'account.erased') return { done: true as const };
    const { accountId } = eventSchemas['account.erased'].parse(payload);
    await Promise.all([
      db().collection(letters.name).where({ to: accountId }).remove(),
      db().collection(credits.name).where({ to: accountId }).remove(),
      db().collection(pushChoices.name).where({ _id: accountId }).remove(),
    ]);
    return { done: true as const };
  },

  async tidy(_input, ctx) {
    const removed = await Promise.all(
      KEPT.map(async ([name, days]) => {
        const old = { at: _.lt(ctx.now - days * DAY_MS) };
        return (await db().collection(name).where(old).remove()).deleted;
      }),
    );
    return { removed: removed.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0) };
  },
};
