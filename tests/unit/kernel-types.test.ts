/**
 * What must not compile. Each line below is wrong on purpose; should the compiler ever accept one, `npm run check` fails on the
 * unused expectation.
 */

import type { HandlersOf } from '../../cloudfunctions/_shared/context';
import type { Door } from '../../src/services/door';
import type { CanteenContract } from '../../types/canteen';
import type { ErrorCode } from '../../types/codes';
import { command, contract, query } from '../../types/contract';
import { zNothing } from '../../types/schemas';

const shop = contract('shop', {
  open: query({ allow: ['member'], input: zNothing, output: zNothing, errors: [] }),
  buy: command({ allow: ['member'], input: zNothing, output: zNothing, errors: ['SOLD_OUT'] }),
});

test('the wrong things do not compile', () => {
  const ask = (async () => ({})) as unknown as Door<CanteenContract>;
  const wrong: (() => unknown)[] = [
    // @ts-expect-error a misspelt action
    () => ask('bookMeel', {}),
    // @ts-expect-error a wrong input
    () => ask('order', { identity: 'r-1' }),
    // @ts-expect-error an undeclared refusal
    (): HandlersOf<typeof shop>['buy'] => async (_input, ctx) => ctx.refuse('TOO_TIRED'),
    // @ts-expect-error a missing handler
    (): HandlersOf<typeof shop> => ({ open: async () => ({}) }),
    // @ts-expect-error an action that forgot who may call it
    () => query({ input: zNothing, output: zNothing, errors: [] }),
    // @ts-expect-error a refusal without a sentence for the screen
    (): Record<ErrorCode, string> => ({ BUSY: '请稍后再试' }),
  ];
  expect(wrong).toHaveLength(6);
});
