import { type CivilDate, dayOf, type Instant } from '../../types/time';
import { canteenRows } from './canteen';
import { careRows } from './care';
import { careMembers } from './careCast';
import { COMMUNITY, members, strangers } from './cast';
import { accountRows, community, type Row, residentRows, row } from './community';
import { mediationRows } from './mediation';
import { noticeRows } from './notices';
import { safetyRows } from './safety';

export type DemoSize = {
  residents?: number;
  /** Residents with an account of their own, `wx-r-1` …, for load tests. */
  accounts?: number;
  /** Days of orders before today. */
  past?: number;
  /** Part of the seats taken on past days, today and tomorrow. */
  fill?: number;
  /** Notices of the last days, a draft, groups; default yes. */
  notices?: boolean;
  /** Watches, keepers, duty, devices and an open alert; without them nobody is waited for. */
  safety?: boolean;
  /** After-school care: a running term, classes, children, a teacher; without it there is none. */
  care?: boolean;
};

/** Every document of the demo community, by collection. */
export function demoRows(
  now: Instant,
  { residents = 600, accounts = 0, past = 7, fill = 0.4, notices = true, safety = true, care = true }: DemoSize = {},
): Record<string, Row[]> {
  const today: CivilDate = dayOf(now);
  const roster = residentRows(residents, today, accounts);
  const meals = canteenRows(roster, now, past, fill);
  const guarded = safetyRows(roster, now, !safety);
  const cared = care ? careRows(now) : { accounts: [], places: [] };
  return {
    communities: [row(COMMUNITY, COMMUNITY, community)],
    residents: roster,
    ...(notices ? noticeRows(roster, now) : {}),
    ...mediationRows(now),
    ...meals,
    ...guarded,
    ...cared,
    accounts: [...accountRows(today, accounts), ...cared.accounts],
    places: [...meals.places, ...(guarded.places ?? []), ...cared.places],
  };
}

/** Whom one can sign in as, for the console of the local cloud. */
export const demoPeople = [...members, ...careMembers, ...strangers].map(({ openid, name, phone, about }) => ({
  openid,
  name,
  phone: phone ?? '',
  about,
}));
