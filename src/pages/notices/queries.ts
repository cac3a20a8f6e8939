/** What the residents' pages ask of notices. */
import type { OutputOf } from '../../../types/contract';
import type { NoticesContract, OpenNotice } from '../../../types/notices';
import { door } from '../../services/door';
import { type Shown, useQueryOf } from '../../services/useDoor';
import { noticesSays } from './says';

export const notices = door<NoticesContract>('notices', noticesSays);

export type MyNotices = OutputOf<NoticesContract, 'myNotices'>;
export type PublicNotice = OutputOf<NoticesContract, 'publicNotice'>;

/** Own ones and those of bound elders; kept on the phone. */
export const useMyNotices = (): Shown<MyNotices> => useQueryOf(notices, 'myNotices', {}, { keep: true });

/** Opening is reading: the server writes down who read it, once, however often it is asked. */
export const useNotice = (id: string, forId: string | undefined): Shown<OpenNotice> =>
  useQueryOf(notices, 'openNotice', forId ? { id, forId } : { id }, { keep: true });

export const usePublicNotice = (community: string, id: string): Shown<PublicNotice> =>
  useQueryOf(notices, 'publicNotice', { community, id });
