/** 履行: what was promised, "done" with proof by the one who promised, and whether it was kept, by the other. */
import type { Case, Item, MediationContract } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { event, type Tell } from '../../_shared/tell';
import { cases } from '../collections';
import { broughtBy, FILES_MOST, removePlain, takeIn } from '../evidence';
import { part, partIdOf } from '../parts';
import { openPromises } from '../promises';
import { mayReport, maySettle } from '../rules/deeds';
import { otherSide } from '../rules/standing';
import { inCase } from '../scene';
import { tellAll, tellPanel, tellSide } from '../tell';

type Promises = Pick<HandlersOf<MediationContract>, 'reportItem' | 'settleItem' | 'myPromises'>;

const HEAVY = [...LIGHT, 'parts', 'openings', 'sessions', 'told', 'ruledOut'] as const;
const withItem = (kase: Case, item: Item): Item[] => kase.items.map(each => (each.no === item.no ? item : each));

export const promiseHandlers: Promises = {
  async reportItem({ id, as, no, text, files }, ctx) {
    const view = await inCase(ctx, { id, as }, 'reportItem', async ({ kase, side }) => {
      const by = side ?? 'applicant';
      const item = kase.items.find(each => each.no === no);
      ctx.insist(mayReport(item, by));
      if (broughtBy(kase, by) + files.length > FILES_MOST) ctx.refuse('TOO_MANY_FILES', { max: FILES_MOST });
      const proof = await Promise.all(files.map(file => takeIn(ctx, id, file)));
      const fileIds = proof.map((_file, n) => partIdOf(ctx, 'evidence', n + 1));
      return {
        change: { items: withItem(kase, { ...item!, status: 'reported', reportedAt: ctx.now }) },
        parts: [
          part('performance', { text, item: no, fileIds }, 'shared'),
          ...proof.map(file => part('evidence', file, 'shared')),
        ],
        tell: [...tellSide(kase, id, otherSide(by), 'caseYourTurn'), ...tellPanel(kase, id, 'caseMoved')],
      };
    });
    await Promise.all(files.map(file => removePlain(ctx, file.fileId)));
    return view;
  },

  settleItem: async ({ id, as, no, kept }, ctx) =>
    inCase(ctx, { id, as }, 'settleItem', ({ kase, side }) => {
      const item = kase.items.find(each => each.no === no);
      ctx.insist(maySettle(item, side));
      const settled: Item = { ...item!, status: kept ? 'accepted' : 'broken', settledAt: ctx.now };
      const done: Tell[] = kept
        ? [
            event('mediation.item', {
              caseId: id,
              no,
              dueOn: settled.dueOn,
              accountId: kase[settled.by].accountId,
              state: 'done',
            }),
          ]
        : [];
      return { change: { items: withItem(kase, settled) }, tell: [...tellAll(ctx, kase, id), ...done] };
    }),

  async myPromises(_input, ctx) {
    const { accountId, residentId } = ctx.session;
    const filter = { people: _.in([accountId, ...(residentId ? [residentId] : [])]), status: 'performing' };
    const found = await ctx.store.find(cases, filter, { limit: 50, without: HEAVY });
    const promises = openPromises(found, ctx.session, ctx.today).map(({ kase, item: { no, dueOn }, overdue }) => ({
      caseId: kase.id,
      no,
      dueOn,
      overdue,
    }));
    return { today: ctx.today, promises };
  },
};
