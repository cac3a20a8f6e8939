/** Pictures of dishes: staff upload them straight into the storage, diners see them by address. */
import type { CanteenContract } from '../../../types/canteen';
import type { HandlersOf } from '../../_shared/context';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { isDishPhoto, photoFolder } from '../rules';

type Photos = Pick<HandlersOf<CanteenContract>, 'photoTicket' | 'photos'>;

export const photoHandlers: Photos = {
  async photoTicket(_input, ctx) {
    await ctx.store.author.guard;
    return files.ticket(`${photoFolder(ctx.session.communityId)}${newId('dish')}.jpg`);
  },

  async photos({ ids }, ctx) {
    const ours = ids.filter(id => isDishPhoto(id, ctx.session.communityId));
    return { photos: await files.addresses([...new Set(ours)]) };
  },
};
