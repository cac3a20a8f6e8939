/** Speaking instead of typing, and an unfinished application. */
import type { MediationContract } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { hear, hearingIsConfigured } from '../../_shared/hearing';
import { seal, unseal } from '../../_shared/seal';
import { caseDrafts } from '../collections';
import { broughtFile, MP3, removePlain } from '../evidence';
import { draftAt } from '../where';

type Own = Pick<HandlersOf<MediationContract>, 'hearVoice' | 'saveDraft' | 'myDraft'>;

/** A minute at the rate that the phone records with, and some more. */
const SOUND_BYTES = 700 * 1024;

export const ownHandlers: Own = {
  async hearVoice({ fileId }, ctx) {
    await ctx.store.author.guard;
    const { mime, content } = await broughtFile(ctx, fileId, SOUND_BYTES);
    // The sound goes before anything can fail: it is not kept, whatever comes of it.
    await removePlain(ctx, fileId);
    if (mime !== MP3) return ctx.refuse('FILE_NOT_USABLE');
    const text = hearingIsConfigured() ? await hear(content).catch(() => '') : '';
    return text ? { text } : ctx.refuse('NOT_HEARD');
  },

  async saveDraft({ draft }, ctx) {
    const { accountId, communityId } = ctx.session;
    if (draft === undefined) await ctx.store.together(tx => tx.remove(caseDrafts, accountId));
    else {
      const sealed = seal(draft, draftAt(communityId, accountId));
      await ctx.store.draft(caseDrafts, accountId, { quiet: true }).save(() => ({ doc: { sealed, at: ctx.now } }));
    }
    return { done: true as const };
  },

  async myDraft(_input, ctx) {
    const { accountId, communityId } = ctx.session;
    const kept = await ctx.store.read(caseDrafts, accountId);
    return { draft: kept && unseal<string>(kept.sealed, draftAt(communityId, accountId)) };
  },
};
