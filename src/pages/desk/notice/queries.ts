/** What the desk asks of notices. */

import type { OutputOf } from '../../../../types/contract';
import type { NoticesContract, NoticeView } from '../../../../types/notices';
import { type Shown, useQueryOf } from '../../../services/useDoor';
import { notices } from '../../notices/queries';

export { notices };

export type DeskList = OutputOf<NoticesContract, 'desk'>;
export type Groups = OutputOf<NoticesContract, 'groups'>['groups'];

export const useDeskList = (list: 'drafts' | 'waiting' | 'out', when = true): Shown<DeskList> =>
  useQueryOf(notices, 'desk', { list }, { when });

export const useNoticeOf = (id: string | undefined): Shown<NoticeView> =>
  useQueryOf(notices, 'notice', { id: id ?? '' }, { when: id !== undefined });

export const useGroups = (): Shown<{ groups: Groups }> => useQueryOf(notices, 'groups', {});

export const useNoticeSettings = () => useQueryOf(notices, 'settings', {});
