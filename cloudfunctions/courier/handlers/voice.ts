/** A key pressed during a call. Tencent Cloud signs nothing, so the address that it calls carries a secret of ours. */
import type { HookCall, HookReply } from '../../../types/contract';
import type { Context } from '../../_shared/context';
import { jsonOf, sameSecret } from '../../_shared/hooks';
import { event } from '../../_shared/tell';
import { letters } from '../collections';

const OK: HookReply = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ result: 0, errmsg: 'OK' }),
};

type Pressed = { voicekey_callback?: { callid?: unknown; keypress?: unknown } };

/**
 * Any key is 知道了. The same key again, or a key for a call that we never made, changes nothing and is answered like any other:
 * the provider would only come again.
 */
export async function voice(call: HookCall, ctx: Context): Promise<HookReply> {
  if (!sameSecret(call.query.key ?? '', process.env.VOICE_HOOK_SECRET ?? '')) return ctx.refuse('NOT_ALLOWED');
  const { callid, keypress } = (jsonOf(call) as Pressed | undefined)?.voicekey_callback ?? {};
  if (typeof callid !== 'string' || callid.length > 200) return ctx.refuse('BAD_INPUT');
  if (typeof keypress !== 'string' || !/^[\d*#]$/.test(keypress)) return OK;
  const [letter] = await ctx.store.across(letters, { calls: callid }, { limit: 1, without: ['text'] });
  if (!letter || letter.acknowledgedAt !== undefined) return OK;
  await ctx.store.draft(letters, letter.id).save(current => {
    if (!current || current.acknowledgedAt !== undefined) return undefined;
    const { about = '', ref = '' } = current;
    return {
      doc: { ...current, readAt: current.readAt ?? ctx.now, acknowledgedAt: ctx.now },
      tell: [event('message.acknowledged', { letterId: letter.id, about, ref, how: 'key' })],
    };
  });
  return OK;
}
