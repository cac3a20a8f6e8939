/** What is under way with a notice, one bounded step of it. */
import type { Notice, NoticeSettings } from '../../types/notices';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { remindStep } from './reminding';
import { isBusy } from './rules';
import { correctStep, sendStep } from './sending';

/** Letters, then a correction, else a reminder. @returns documents dealt with */
export async function step(notice: Stored<Notice>, settings: NoticeSettings, ctx: Context): Promise<number> {
  if (!isBusy(notice)) return 0;
  if (notice.status === 'sending') return sendStep(notice, settings, ctx);
  if (notice.status === 'recalled') return correctStep(notice, ctx);
  return remindStep(notice, ctx);
}
