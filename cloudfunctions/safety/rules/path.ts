/** What keeps a call from reaching a person, as far as is known. Pure. */
import type { PathPerson } from '../../../types/safetyFamilyActions';
import type { Instant } from '../../../types/time';
import type { Reach } from '../../../types/watch';

type Facts = { phone?: string; credits: number; reach?: Reach };

export function testOf(reach: Reach | undefined): PathPerson['lastTest'] {
  if (reach?.testedAt === undefined) return undefined;
  const answered = reach.answeredAt !== undefined && reach.answeredAt >= reach.testedAt;
  return { at: reach.testedAt, state: answered ? 'answered' : (reach.testState ?? 'asked') };
}

/** @param patience milliseconds in which a test is answered by who looks at the phone once a day. */
export function redsOf({ phone, credits, reach }: Facts, now: Instant, patience: number): PathPerson['reds'] {
  const test = testOf(reach);
  const reds: PathPerson['reds'] = [];
  if (credits === 0) reds.push('NO_CREDIT');
  if (!phone) reds.push('NO_PHONE');
  if (reach?.notifications === 'off') reds.push('NOTIFICATIONS_OFF');
  if (test?.state === 'unsent') reds.push('TEST_UNSENT');
  if (test && (test.state === 'asked' || test.state === 'sent') && now - test.at > patience) reds.push('TEST_UNANSWERED');
  return reds;
}
