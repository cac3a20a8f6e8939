/** Watches as staff set them. */

import type { Community } from '../../../types/directory';
import type { SafetyContract, WatchView } from '../../../types/safety';
import type { Watch } from '../../../types/watch';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { watches } from '../collections';
import { ownKinds } from '../rules/family';
import { begun, newWatch, windowAgrees } from '../rules/watch';
import { canKeep, isStaffOf } from '../rules/who';
import { settingsOf } from '../settings';
import { absencesOf } from '../signs';

type Watches = Pick<HandlersOf<SafetyContract>, 'watches' | 'watch' | 'saveWatch'>;
const PAGE = 100;

const view = (elderId: string, watch: Watch, community: Pick<Community, 'buildings'> | undefined): WatchView => {
  const { name, on, from, to, grace, remind, phase, lastSignAt, lastSignBy } = watch;
  const home = addressText(watch.address, community);
  const ladders = { ownLadders: ownKinds(watch.ladders), proposed: watch.proposal !== undefined };
  return { elderId, name, addressText: home, on, from, to, grace, remind, phase, lastSignAt, lastSignBy, ...ladders };
};

export const watchHandlers: Watches = {
  async watches({ silent, after }, ctx) {
    const phase = silent ? { phase: _.in(['reminded', 'alerted']) } : {};
    const from = after ? { _id: _.gt(ctx.store.fullId(watches, after)) } : {};
    const [page, community] = await Promise.all([
      ctx.store.find(watches, { ...phase, ...from }, { limit: PAGE, without: LIGHT }),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const mine = page.filter(({ address }) => isStaffOf(ctx.session, address));
    return {
      watches: mine.map(watch => view(watch.id, watch, community)),
      next: page.length === PAGE ? page[PAGE - 1]?.id : undefined,
    };
  },

  async watch({ elderId }, ctx) {
    const [elder, watch, community, settings] = await Promise.all([
      ctx.store.need(residents, elderId),
      ctx.store.read(watches, elderId),
      ctx.store.read(communities, ctx.session.communityId),
      settingsOf(ctx.store),
    ]);
    ctx.insist(canKeep(ctx.session, elder.address));
    return view(elderId, watch ?? newWatch(elder, settings, ctx.today, ctx.now), community);
  },

  async saveWatch({ elderId, ...setting }, ctx) {
    const draft = ctx.store.draft(watches, elderId, { quiet: true });
    const [elder, community, settings, away] = await Promise.all([
      ctx.store.need(residents, elderId),
      ctx.store.read(communities, ctx.session.communityId),
      settingsOf(ctx.store),
      absencesOf(ctx.store, elderId),
    ]);
    ctx.insist(canKeep(ctx.session, elder.address));
    ctx.insist(windowAgrees(setting));
    const saved: Stored<Watch> = await draft.save(current => {
      const known = current ?? newWatch(elder, settings, ctx.today, ctx.now);
      const { name, address } = elder;
      return { doc: begun({ ...known, ...setting, name, address }, away, ctx.now) };
    });
    return view(elderId, saved, community);
  },
};
