/** A case in the register, as far as a rule looks at it. */
import type { Case, Side } from '../../types/mediation';
import { civilDate, instantAt } from '../../types/time';

export const day = civilDate('2026-11-26');
export const morning = instantAt(day, 9 * 60);
export const side = (over: Partial<Side> = {}): Side => ({ agents: [], is: 'resident', ...over });
export const wang = side({ accountId: 'wx-wang', residentId: 'r-wang', unitId: 'b3u2', home: 'b3u2-501' });
export const wu = side({ accountId: 'wx-wu', residentId: 'r-wu', unitId: 'b3u2', home: 'b3u2-601' });

export const aCase = (over: Partial<Case> = {}): Case => ({
  kind: 'leak',
  ref: '041702',
  status: 'mediating',
  source: 'self',
  wantsOpen: { applicant: false, respondent: false },
  danger: false,
  applicant: wang,
  respondent: wu,
  names: 'v1.k.x',
  people: [],
  panel: [{ accountId: 'wx-he', name: '何静', part: 'mediator', leads: true, since: morning }],
  ruledOut: [],
  appliedAt: morning,
  decideBy: morning,
  acceptedAt: morning,
  extendedDays: 0,
  rights: {},
  sessions: [],
  items: [],
  followUps: [],
  joined: [],
  parts: [],
  openings: [],
  told: {},
  ...over,
});
