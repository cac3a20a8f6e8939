import type { CareContract } from '../../../types/care';
import type { HandlersOf } from '../../_shared/context';
import { careSettings } from '../collections';
import { settingsAgree } from '../rules/consent';
import { forgetSettings, freshSettings } from '../settings';

export const settingsHandlers: Pick<HandlersOf<CareContract>, 'settings' | 'saveSettings'> = {
  settings: async (_input, ctx) => freshSettings(ctx.store),

  async saveSettings(settings, ctx) {
    const draft = ctx.store.draft(careSettings, 'main', { quiet: true });
    const before = await freshSettings(ctx.store);
    ctx.insist(settingsAgree(settings, before));
    const saved = await draft.save(() => ({ doc: settings }));
    forgetSettings(ctx.session.communityId);
    return saved;
  },
};
