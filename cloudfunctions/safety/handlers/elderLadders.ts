/** 升级链 of one elder: who is called first, after how long, how loudly; from the family's wish to what staff save. */
import { ALERT_KINDS } from '../../../types/alerts';
import type { Resident } from '../../../types/directory';
import type { ElderLadders, SafetyContract } from '../../../types/safety';
import type { SafetySettings } from '../../../types/safetySettings';
import { no, yes } from '../../../types/verdict';
import type { OwnLadders, Watch } from '../../../types/watch';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { post } from '../../_shared/tell';
import { staffOf } from '../circle';
import { watches } from '../collections';
import { personKey } from '../ids';
import { inOrder } from '../rules/family';
import { laddersAgree } from '../rules/keeping';
import { newWatch } from '../rules/watch';
import { canActFor, isDeskOf, isRelative, isSelf, reaches } from '../rules/who';
import { settingsOf } from '../settings';
import { momentText } from '../tell';

type Ladders = Pick<HandlersOf<SafetyContract>, 'elderLadders' | 'saveElderLadders' | 'proposeElderLadders'>;
type Elder = Stored<Resident>;

function viewOf(ctx: Context, elder: Elder, watch: Watch | undefined, { ladders: community }: SafetySettings): ElderLadders {
  const own = watch?.ladders ?? {};
  const order = watch?.familyOrder ?? [];
  const proposal = watch?.proposal;
  return {
    elderId: elder.id,
    name: elder.name,
    kinds: ALERT_KINDS.map(kind => ({ kind, own: own[kind] !== undefined, ladder: own[kind] ?? community[kind] })),
    community,
    family: inOrder(elder.family, order).map(({ accountId, name, relation }) => ({ key: personKey(accountId), name, relation })),
    ordered: order.length > 0,
    proposal: proposal && {
      ladders: proposal.ladders,
      family: proposal.familyOrder.map(personKey),
      byName: proposal.byName,
      at: proposal.at,
      words: proposal.words,
      mine: proposal.by === ctx.session.accountId,
    },
    may: {
      save: isDeskOf(ctx.session, elder.address) ? yes : no('NOT_ALLOWED'),
      propose: isSelf(ctx.session, elder) || isRelative(elder, ctx.session.accountId) ? yes : no('NOT_ALLOWED'),
    },
  };
}

/** Keys of the screen as accounts of relatives who are confirmed at this moment. */
function wishOf(ctx: Context<'GAS_NEEDS_BOTH' | 'NOT_A_RELATIVE'>, elder: Elder, ladders: OwnLadders['ladders'], keys: string[]) {
  ctx.insist(laddersAgree(ladders));
  const relatives = inOrder(elder.family, []);
  const familyOrder = [...new Set(keys)].map(
    key => relatives.find(({ accountId }) => personKey(accountId) === key)?.accountId ?? ctx.refuse('NOT_A_RELATIVE'),
  );
  return { ladders, familyOrder };
}

/** Grid staff of the elder's part, and the office: whoever may save it. */
async function deskOf(ctx: Context, elder: Elder) {
  const staff = await staffOf(ctx.store);
  const may = staff.filter(one => one.status === 'member' && reaches(one.grants, ['gridLead', 'office'], elder.address));
  return may.slice(0, 20).map(({ id }, i) => ({ ref: `p${i}`, account: id }));
}

export const elderLadderHandlers: Ladders = {
  async elderLadders({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, watch, settings] = await Promise.all([
      ctx.store.need(residents, id),
      ctx.store.read(watches, id),
      settingsOf(ctx.store),
    ]);
    ctx.insist(canActFor(ctx.session, elder));
    return viewOf(ctx, elder, watch, settings);
  },

  async saveElderLadders({ elderId, ladders, family }, ctx) {
    const draft = ctx.store.draft(watches, elderId, { quiet: true });
    const [elder, settings] = await Promise.all([ctx.store.need(residents, elderId), settingsOf(ctx.store)]);
    if (!isDeskOf(ctx.session, elder.address)) ctx.refuse('OUTSIDE_YOUR_PART');
    const wish = wishOf(ctx, elder, ladders, family);
    const saved = await draft.save(current => {
      const { proposal: _answered, ...known } = current ?? newWatch(elder, settings, ctx.today, ctx.now);
      return { doc: { ...known, ...wish } };
    });
    return viewOf(ctx, elder, saved, settings);
  },

  /** One proposal an elder: the next one takes its place. */
  async proposeElderLadders({ elderId, ladders, family, words = '' }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const draft = ctx.store.draft(watches, id);
    const [elder, settings] = await Promise.all([ctx.store.need(residents, id), settingsOf(ctx.store)]);
    ctx.insist(canActFor(ctx.session, elder));
    const wish = wishOf(ctx, elder, ladders, family);
    const by = { by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now, words };
    const data = { elder: elder.name, elderId: id, by: ctx.session.name, time: momentText(ctx.now) };
    const to = await deskOf(ctx, elder);
    const saved = await draft.save(current => {
      const doc = { ...(current ?? newWatch(elder, settings, ctx.today, ctx.now)), proposal: { ...wish, ...by } };
      return { doc, tell: to.length > 0 ? [post('ladderProposed', to, data, `safety:ladder:${id}`)] : [] };
    });
    return viewOf(ctx, elder, saved, settings);
  },
};
