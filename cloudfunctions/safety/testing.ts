import type { Context } from '../_shared/context';
import { post } from '../_shared/tell';
import { reaches } from './collections';
import { testAbout } from './ids';
import { momentText } from './tell';

/** One test message to one person; the person's own document carries it, so one ring or one tap is one message. */
export async function testPerson(
  ctx: Context,
  { account, name }: { account: string; name: string },
  elders: string,
): Promise<void> {
  const words = { elders, time: momentText(ctx.now) };
  await ctx.store.draft(reaches, account).save(current => ({
    doc: { ...current, name, testedAt: ctx.now, testMonth: ctx.today.slice(0, 7), testState: 'asked', answeredAt: undefined },
    tell: [post('pathTest', [{ ref: 'p0', account }], words, testAbout(account))],
  }));
}
