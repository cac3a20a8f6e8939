import type { NoticesContract } from '../../types/notices';
import type { HandlersOf } from '../_shared/context';
import { boardHandlers } from './handlers/board';
import { doorHandlers } from './handlers/doors';
import { groupHandlers } from './handlers/groups';
import { hearHandlers } from './handlers/hear';
import { jobHandlers } from './handlers/jobs';
import { mineHandlers } from './handlers/mine';
import { sendingHandlers } from './handlers/sending';
import { settingsHandlers } from './handlers/settings';
import { shareHandlers } from './handlers/shares';
import { writingHandlers } from './handlers/writing';

export const handlers: HandlersOf<NoticesContract> = {
  ...writingHandlers,
  ...sendingHandlers,
  ...mineHandlers,
  ...boardHandlers,
  ...doorHandlers,
  ...groupHandlers,
  ...shareHandlers,
  ...settingsHandlers,
  ...jobHandlers,
  ...hearHandlers,
};
