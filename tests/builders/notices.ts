/** Notices with the names of the field and fixed values. */
import type { Candidate, Facts } from '../../cloudfunctions/notices/rulesOfAudience';
import { FIRST_SETTINGS } from '../../cloudfunctions/notices/settings';
import type { GrantedRole } from '../../types/contract';
import type { Category } from '../../types/directory';
import type { Frozen, Notice, NoticeSettings, Receipt } from '../../types/notices';
import { civilDate, type Instant } from '../../types/time';

export const now = 1_790_000_000_000 as Instant;
export const today = civilDate('2026-11-26');
export const minutesOn = (minutes: number): Instant => (now + minutes * 60_000) as Instant;

export const settings = (over: Partial<NoticeSettings> = {}): NoticeSettings => ({ ...FIRST_SETTINGS, ...over });

export const frozen = (over: Partial<Frozen> = {}): Frozen => ({
  id: 'f-1',
  at: now,
  total: 40,
  chunks: 1,
  reach: { push: 0, account: 10, family: 5, phone: 20, none: 5 },
  buildings: [{ buildingId: 'b3', count: 40 }],
  sample: ['王*兰'],
  leftOut: 0,
  check: { suggest: 'pass', why: '' },
  ...over,
});

/** 陈社工's notice about the water. */
export const waterCut = (over: Partial<Notice> = {}): Notice => ({
  title: '停水通知',
  body: '明天停水。',
  category: 'utilities',
  pictures: [],
  needsConfirmation: false,
  emergency: false,
  public: false,
  audience: { kind: 'building', ids: ['b3'] },
  robots: [],
  status: 'draft',
  by: 'wx-chen',
  byName: '陈社工',
  at: now,
  edition: 1,
  pinned: false,
  reminders: [],
  ...over,
});

export const receipt = (over: Partial<Receipt> = {}): Receipt => ({
  noticeId: 'n-1',
  ref: 'r-wang',
  gridId: 'g1',
  buildingId: 'b3',
  unitId: 'u32',
  way: 'account',
  accounts: ['wx-wang'],
  sentAt: now,
  handed: 'waiting',
  progress: 'new',
  byFamily: false,
  door: 'none',
  ...over,
});

type Who = {
  id?: string;
  born?: string;
  building?: string;
  grid?: string;
  unit?: string;
  categories?: Category[];
  roles?: GrantedRole[];
};
export const neighbour = ({
  id = 'r-wang',
  born = '1948-03-12',
  building = 'b3',
  grid = 'g1',
  unit = 'u32',
  categories = [],
  roles = [],
}: Who = {}): Candidate => ({
  id,
  roles,
  resident: {
    birthDate: civilDate(born),
    address: { gridId: grid, buildingId: building, unitId: unit, room: '501' },
    categories,
  },
});

export const facts = (over: Partial<Facts> = {}): Facts => ({
  today,
  members: new Map(),
  saved: new Map(),
  eats: new Map(),
  ...over,
});
