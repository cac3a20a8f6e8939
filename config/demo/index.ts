import { type CivilDate, dayOf, type Instant } from '../../types/time';
import { canteenRows } from './canteen';
import { COMMUNITY, members, strangers } from './cast';
import { accountRows, community, type Row, residentRows, row } from './community';
import { deliveryRows } from './delivery';
import { kitchenRows } from './kitchen';
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
  /** Library, samples, faces, sums, cards; default yes. */
  kitchen?: boolean;
  /** Watches, keepers, duty, devices and an open alert; without them nobody is waited for. */
  safety?: boolean;
  /** Standing orders, and meals that are brought; default yes. */
  delivery?: boolean;
};

/** Every document of the demo community, by collection. */
export function demoRows(
  now: Instant,
  {
    residents = 600,
    accounts = 0,
    past = 7,
    fill = 0.4,
    notices = true,
    safety = true,
    kitchen = true,
    delivery = true,
  }: DemoSize = {},
): Record<string, Row[]> {
  const today: CivilDate = dayOf(now);
  const roster = residentRows(residents, today, accounts);
  const meals = canteenRows(roster, now, past, fill);
  const guarded = safetyRows(roster, now, !safety);
  return {
    communities: [row(COMMUNITY, COMMUNITY, community)],
    residents: roster,
    accounts: accountRows(today, accounts),
    ...(notices ? noticeRows(roster, now) : {}),
    ...mediationRows(now),
    ...meals,
    ...(delivery ? deliveryRows(roster, meals.orders, now) : {}),
    ...(kitchen ? kitchenRows(meals, roster, now) : {}),
    ...guarded,
    places: [...meals.places, ...(guarded.places ?? [])],
  };
}

/** Whom one can sign in as, for the console of the local cloud. */
export const demoPeople = [...members, ...strangers].map(({ openid, name, phone, about }) => ({
  openid,
  name,
  phone: phone ?? '',
  about,
}));
