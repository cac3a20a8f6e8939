/** Binding a relative to an elder: asked for by the relative, answered by the elder or staff, ended by either. */
import type { Binding, Resident } from '../../../types/directory';
import type { PeopleContract, WhichElder } from '../../../types/people';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { forget } from '../../_shared/session';
import { LIGHT } from '../../_shared/store';
import { message, type Tell } from '../../_shared/tell';
import { accounts, bindingTries, residents } from '../collections';
import { bindingKey } from '../ids';
import { canAnswer, canAskBinding, canEnd, canKeep, plainName, TRIES_A_DAY, withBinding } from '../rules';
import { bindingView, openBindings } from '../views';

type Family = Pick<HandlersOf<PeopleContract>, 'askBinding' | 'answerBinding' | 'endBinding' | 'askedBindings'>;
type AskContext = Context<'JOIN_FIRST' | 'ELDER_NOT_FOUND' | 'TOO_MANY_TRIES'>;

export const familyHandlers: Family = {
  async askBinding({ elder: which, relation }, ctx) {
    if (!ctx.session.communityId) ctx.refuse('JOIN_FIRST');
    const accountId = ctx.session.accountId;
    const [elder, account] = await Promise.all([elderNamed(which, ctx), ctx.store.read(accounts, accountId)]);
    const saved = await ctx.store.draft(residents, elder.id).save(current => {
      if (current?.status !== 'living') return ctx.refuse('NOT_FOUND');
      ctx.insist(canAskBinding(current, accountId));
      const { name, phone } = account ?? { name: ctx.session.name };
      const asked: Binding = { accountId, name, phone, relation, status: 'asked', askedAt: ctx.now };
      const tell = current.accountId ? [message('bindingAsked', current.accountId, { name, relation })] : [];
      return { doc: { ...current, family: withBinding(current.family, asked) }, tell };
    });
    return bindingView(saved, bindingOf(saved, bindingKey(accountId, saved.id), ctx), ctx.session);
  },

  async answerBinding({ elderId, key, confirm }, ctx) {
    const by = ctx.session.accountId;
    const saved = await ctx.store.draft(residents, elderId).save(elder => {
      const binding = bindingOf(elder, key, ctx);
      ctx.insist(canAnswer(elder!, binding, ctx.session));
      const answer: Partial<Binding> = confirm
        ? { status: 'confirmed', confirmedAt: ctx.now, confirmedBy: by }
        : { status: 'ended', endedAt: ctx.now, endedBy: by };
      const tell = [message(confirm ? 'bindingConfirmed' : 'bindingRefused', binding.accountId, { elder: elder!.name })];
      return {
        doc: { ...elder!, family: withBinding(elder!.family, { ...binding, ...answer }) },
        tell,
        ...onBehalf(elder!, binding, ctx),
      };
    });
    return settled(saved, key, ctx);
  },

  async endBinding({ elderId, key }, ctx) {
    if (!ctx.session.communityId) ctx.refuse('NOT_FOUND');
    const saved = await ctx.store.draft(residents, elderId).save(elder => {
      const binding = bindingOf(elder, key, ctx);
      ctx.insist(canEnd(elder!, binding, ctx.session));
      const ended: Binding = { ...binding, status: 'ended', endedAt: ctx.now, endedBy: ctx.session.accountId };
      return {
        doc: { ...elder!, family: withBinding(elder!.family, ended) },
        tell: farewell(elder!, binding, ctx),
        ...onBehalf(elder!, binding, ctx),
      };
    });
    return settled(saved, key, ctx);
  },

  async askedBindings(_input, ctx) {
    const found = await ctx.store.find(residents, { 'family.status': 'asked', status: 'living' }, { limit: 200, without: LIGHT });
    const kept = found.filter(elder => canKeep(ctx.session, elder.address).ok);
    return { bindings: kept.flatMap(elder => openBindings(elder, ctx.session, binding => binding.status === 'asked')) };
  },
};

const triesId = (ctx: AskContext): string => `${ctx.session.accountId}:${ctx.today}`;

/**
 * The one living resident whom these words name. A miss is counted and answered with the same sentence whatever was wrong,
 * so that nobody learns who else lives here.
 */
async function elderNamed(which: WhichElder, ctx: AskContext): Promise<Stored<Resident>> {
  const [tries, found] = await Promise.all([
    ctx.store.read(bindingTries, triesId(ctx)),
    ctx.store.find(residents, { ...elderFilter(which), status: 'living' }, { limit: 20, without: LIGHT }),
  ]);
  if ((tries?.failed ?? 0) >= TRIES_A_DAY) ctx.refuse('TOO_MANY_TRIES', { max: TRIES_A_DAY });
  const named = found.filter(resident => plainName(resident.name) === plainName(which.name));
  return named.length === 1 ? named[0]! : missed(ctx);
}

function elderFilter(which: WhichElder): Record<string, string> {
  if (which.by === 'phone') return { phone: which.phone };
  if (which.by === 'card') return { cardNo: which.cardNo };
  return { 'address.buildingId': which.buildingId, 'address.unitId': which.unitId, 'address.room': which.room };
}

async function missed(ctx: AskContext): Promise<never> {
  const saved = await ctx.store.draft(bindingTries, triesId(ctx), { quiet: true }).save(tries => {
    const failed = tries?.failed ?? 0;
    if (failed >= TRIES_A_DAY) ctx.refuse('TOO_MANY_TRIES', { max: TRIES_A_DAY });
    return { doc: { accountId: ctx.session.accountId, day: ctx.today, failed: failed + 1 } };
  });
  return ctx.refuse('ELDER_NOT_FOUND', { left: Math.max(0, TRIES_A_DAY - saved.failed) });
}

function bindingOf(elder: Stored<Resident> | undefined, key: string, ctx: Context<never>): Binding {
  const binding = elder?.family.find(candidate => bindingKey(candidate.accountId, elder.id) === key);
  return binding ?? ctx.refuse('NOT_FOUND');
}

/** Staff act for the elder; elder and relative for themselves. */
const onBehalf = (elder: { id: string }, binding: Binding, ctx: Context<never>) =>
  ctx.session.residentId === elder.id || ctx.session.accountId === binding.accountId ? {} : { onBehalfOf: elder.id };

/** Who did not end it hears of it. */
function farewell(elder: Stored<Resident>, binding: Binding, ctx: Context<never>): Tell[] {
  const both: [string | undefined, string][] = [
    [elder.accountId, binding.name],
    [binding.accountId, elder.name],
  ];
  return both
    .filter(([to]) => to && to !== ctx.session.accountId)
    .map(([to, other]) => message('bindingEnded', to!, { elder: other }));
}

function settled(elder: Stored<Resident>, key: string, ctx: Context<never>) {
  const binding = bindingOf(elder, key, ctx);
  forget(binding.accountId);
  return bindingView(elder, binding, ctx.session);
}
