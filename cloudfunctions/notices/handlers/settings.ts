import type { NoticesContract } from '../../../types/notices';
import type { HandlersOf } from '../../_shared/context';
import { noticeSettings } from '../collections';
import { settingsOf } from '../settings';

type Settings = Pick<HandlersOf<NoticesContract>, 'settings' | 'saveSettings'>;

export const settingsHandlers: Settings = {
  settings: (_input, ctx) => settingsOf(ctx.store),

  async saveSettings(settings, ctx) {
    const ids = settings.templates.map(template => template.id);
    if (new Set(ids).size !== ids.length) ctx.refuse('DOUBLE_TEMPLATE');
    return ctx.store.draft(noticeSettings, 'main', { quiet: true }).save(() => ({ doc: settings }));
  },
};
