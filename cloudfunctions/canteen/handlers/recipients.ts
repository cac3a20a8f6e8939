/** 送餐对象: who may have meals brought, asked by the elder or family, granted by staff; and what the carrier should know at the door. */
import type { CanteenContract, Recipient, RecipientView } from '../../../types/canteen';
import type { Resident } from '../../../types/directory';
import { dateText } from '../../../types/time';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { message, type Tell } from '../../_shared/tell';
import { recipients } from '../collections';
import { hearersOf, mayOrderFor } from '../rules';
import * as rules from '../rulesOfDelivery';

type Recipients = Pick<
  HandlersOf<CanteenContract>,
  'recipient' | 'askDelivery' | 'saveDoor' | 'recipients' | 'grantDelivery' | 'declineDelivery'
>;

type Diner = Stored<Resident>;

/** Who hears of the decision: who asked, and the diner's own account where there is one. */
function decided(diner: Diner, recipient: Recipient | undefined, result: string): Tell[] {
  const asker = recipient?.asked?.by ?? recipient?.granted?.by;
  const tellTo = [...(asker ? [asker] : []), ...(diner.accountId ? [diner.accountId] : [])];
  return hearersOf({ tellTo }, diner).map(to => message('deliveryDecided', to, { diner: diner.name, dinerId: diner.id, result }));
}

function recipientView(
  ctx: Context,
  diner: Diner,
  recipient: Recipient | undefined,
  community: Parameters<typeof addressText>[1],
): RecipientView {
  const { asked, granted, declined, doorNote, spot } = recipient ?? {};
  return {
    dinerId: diner.id,
    name: diner.name,
    address: addressText(diner.address, community),
    asked,
    granted,
    declined,
    doorNote,
    spot,
    eligible: rules.eligibleOn(recipient, ctx.today),
  };
}

export const recipientHandlers: Recipients = {
  async recipient({ dinerId }, ctx) {
    const [diner, known, community] = await Promise.all([
      ctx.store.need(residents, dinerId),
      ctx.store.read(recipients, dinerId),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    ctx.insist(mayOrderFor(diner, ctx.session));
    return { ...recipientView(ctx, diner, known, community), today: ctx.today };
  },

  async askDelivery({ dinerId, reason, from, to }, ctx) {
    const draft = ctx.store.draft(recipients, dinerId, { quiet: true });
    const diner = await ctx.store.need(residents, dinerId);
    ctx.insist(mayOrderFor(diner, ctx.session));
    if (diner.status !== 'living') ctx.refuse('DINER_LEFT');
    ctx.insist(rules.grantAgrees({ reason, from, to }, ctx.today));
    const asked = { reason, from, to, by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now };
    await draft.save(current => {
      const { declined: _declined, ...rest } = current ?? {};
      return { doc: { ...rest, asked }, onBehalfOf: dinerId };
    });
    return { done: true as const };
  },

  async saveDoor({ dinerId, doorNote, spot }, ctx) {
    const draft = ctx.store.draft(recipients, dinerId, { quiet: true });
    const diner = await ctx.store.need(residents, dinerId);
    ctx.insist(mayOrderFor(diner, ctx.session));
    if (diner.status !== 'living') ctx.refuse('DINER_LEFT');
    await draft.save(current => {
      const { doorNote: _note, ...rest } = current ?? {};
      return { doc: { ...rest, ...(doorNote ? { doorNote } : {}), ...(spot ? { spot } : {}) }, onBehalfOf: dinerId };
    });
    return { done: true as const };
  },

  /** Those of the part that this person decides about: asked first, then granted. */
  async recipients(_input, ctx) {
    const [known, community] = await Promise.all([
      ctx.store.findAll(recipients, _.or([{ asked: _.exists(true) }, { granted: _.exists(true) }] as never[]) as never, {
        without: LIGHT,
      }),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const ids = known.slice(0, 1000).map(({ id }) => id);
    const diners = new Map(
      (await ctx.store.readAll(residents, ids, { without: [...LIGHT, 'family'] })).map(diner => [diner.id, diner]),
    );
    const mine = known.flatMap(recipient => {
      const diner = diners.get(recipient.id);
      return diner && rules.mayDecide(ctx.session.grants, diner.address).ok
        ? [recipientView(ctx, diner, recipient, community)]
        : [];
    });
    return { today: ctx.today, recipients: mine.sort((a, b) => Number(b.asked !== undefined) - Number(a.asked !== undefined)) };
  },

  async grantDelivery({ dinerId, reason, from, to }, ctx) {
    const draft = ctx.store.draft(recipients, dinerId);
    const diner = await ctx.store.need(residents, dinerId);
    ctx.insist(rules.mayDecide(ctx.session.grants, diner.address));
    if (diner.status !== 'living') ctx.refuse('DINER_LEFT');
    ctx.insist(rules.grantAgrees({ reason, from, to }, ctx.today));
    const granted = { reason, from, to, by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now };
    await draft.save(current => {
      const { declined: _declined, asked: _asked, ...rest } = current ?? {};
      const until = to ? `到${dateText(to)}` : '起长期有效';
      const told = decided(diner, current, `可以送餐上门了，从${dateText(from)}${until}。`);
      return { doc: { ...rest, granted }, tell: told, onBehalfOf: dinerId };
    });
    return { done: true as const };
  },

  async declineDelivery({ dinerId, reason }, ctx) {
    const draft = ctx.store.draft(recipients, dinerId);
    const diner = await ctx.store.need(residents, dinerId);
    ctx.insist(rules.mayDecide(ctx.session.grants, diner.address));
    await draft.save(current => {
      if (!current?.asked && !current?.granted) return ctx.refuse('NOTHING_TO_DECLINE');
      const { asked, granted, ...rest } = current;
      const told = decided(diner, current, asked ? `这次没有通过：${reason}` : `送餐上门停止了：${reason}`);
      // What was granted before goes on when only the new wish is declined.
      return { doc: { ...rest, ...(asked && granted ? { granted } : {}), declined: reason }, tell: told, onBehalfOf: dinerId };
    });
    return { done: true as const };
  },
};
