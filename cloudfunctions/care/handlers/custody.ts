/** The office: who decides and who must not have the child, as a court or the guardians themselves have settled it. */
import type { CareContract, Custody } from '../../../types/care';
import type { HandlersOf } from '../../_shared/context';
import { seal, unseal } from '../../_shared/seal';
import { careChildren } from '../collections';
import { logRead } from '../log';
import { refound, rewatch } from './guardians';

type CustodyHandlers = Pick<HandlersOf<CareContract>, 'custody' | 'saveCustody'>;

const where = (communityId: string, childId: string): string[] => ['care', communityId, 'custody', childId];

export const custodyHandlers: CustodyHandlers = {
  async custody({ childId }, ctx) {
    const child = await ctx.store.need(careChildren, childId);
    await logRead(ctx, [childId], 'custody');
    const { custody } = child;
    return {
      childName: child.name,
      guardians: child.guardians
        .filter(({ status }) => status !== 'ended')
        .map(({ id, name, relation, status }) => ({ id, name, relation, status })),
      barred: custody?.barred ?? [],
      decides: custody?.decides,
      note: custody?.sealedNote ? unseal<string>(custody.sealedNote, where(ctx.session.communityId, childId)) : '',
      byName: custody?.byName,
      at: custody?.at,
    };
  },

  /** In force with this write: the release, the codes and every right of a guardian ask this record. Nobody is told by message. */
  async saveCustody({ childId, barred, decides, note, end }, ctx) {
    const draft = ctx.store.draft(careChildren, childId, { quiet: true });
    const sealedNote = note ? seal(note, where(ctx.session.communityId, childId)) : undefined;
    const saved = await draft.save(child => {
      if (!child) return ctx.refuse('NOT_FOUND');
      const standing = child.guardians.filter(({ status }) => status !== 'ended');
      const named = [...end, ...(decides ? [decides] : [])];
      if (named.some(id => !standing.some(guardian => guardian.id === id))) ctx.refuse('UNKNOWN_ADULT');
      if (decides && end.includes(decides)) ctx.refuse('UNKNOWN_ADULT');
      const custody: Custody = { barred, decides, sealedNote, by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now };
      const guardians = child.guardians.map(each =>
        end.includes(each.id) ? { ...each, status: 'ended' as const, endedAt: ctx.now } : each,
      );
      return { doc: refound({ ...child, guardians, custody }) };
    });
    await rewatch(ctx, saved);
    return { done: true as const };
  },
};
