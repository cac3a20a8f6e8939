/**
 * Who may collect a child now. Pure, and asked at the moment of the release: an authority is worth what the guardian behind it may decide
 * now, a temporary one is for one day and used up by the release, and a barred person gets the child from nobody.
 */
import type { Adult, Attendance, Child, Temporary } from '../../../types/care';
import type { CivilDate } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import { decidesNow, isBarred, standingGuardian } from './who';

export type PickupChild = Pick<Child, 'guardians' | 'adults' | 'custody' | 'status'>;
export type PickupDay = Pick<Attendance, 'day' | 'temporaries' | 'status'>;
/** A person who could be at the door, with what the records say today. */
export type Candidate = {
  id: string;
  kind: 'guardian' | 'standing' | 'temporary';
  name: string;
  relation: string;
  phone?: string;
  accountId?: string;
  byName: string;
  until?: CivilDate;
  authorised: Verdict<'NOT_AUTHORISED' | 'PERSON_BARRED'>;
};

/** The authority comes from a guardian who may decide now, or from the office. */
const stands = (child: PickupChild, by: string): boolean => by === 'office' || decidesNow(child, by);

function standingVerdict(child: PickupChild, adult: Adult, today: CivilDate): Candidate['authorised'] {
  if (isBarred(child, adult)) return no('PERSON_BARRED');
  const valid = adult.endedAt === undefined && (adult.until === undefined || today <= adult.until);
  return valid && stands(child, adult.by) ? yes : no('NOT_AUTHORISED');
}

function temporaryVerdict(child: PickupChild, adult: Temporary, day: PickupDay, today: CivilDate): Candidate['authorised'] {
  if (isBarred(child, adult)) return no('PERSON_BARRED');
  const unused = day.status !== 'gone';
  return adult.endedAt === undefined && day.day === today && unused && stands(child, adult.by) ? yes : no('NOT_AUTHORISED');
}

/**
 * Guardians, standing adults and the temporary ones of this day; ended and invited ones are left out.
 * @param day the attendance, or that of a day on which nothing has happened yet.
 */
export function candidates(child: PickupChild, day: PickupDay, today: CivilDate): Candidate[] {
  const active = child.status === 'active';
  const guardians = child.guardians
    .filter(({ status }) => status === 'confirmed')
    .map(({ id, name, relation, phone, accountId }): Candidate => {
      const authorised = standingGuardian(child, { id, name, relation, phone, status: 'confirmed', since: 0 as never });
      return {
        id,
        kind: 'guardian',
        name,
        relation,
        phone,
        accountId,
        byName: name,
        authorised: authorised && active ? yes : no('PERSON_BARRED'),
      };
    });
  const own = ({ id, name, relation, phone, accountId, byName }: Temporary) => ({ id, name, relation, phone, accountId, byName });
  const standing = child.adults
    .filter(({ endedAt }) => endedAt === undefined)
    .map(adult => ({
      ...own(adult),
      kind: 'standing' as const,
      until: adult.until,
      authorised: standingVerdict(child, adult, today),
    }));
  const temporaries = day.temporaries
    .filter(({ endedAt }) => endedAt === undefined)
    .map(adult => ({ ...own(adult), kind: 'temporary' as const, authorised: temporaryVerdict(child, adult, day, today) }));
  return [...guardians, ...standing, ...temporaries];
}

/** May this person have this child now? Asked again by the release itself. */
export function mayCollect(
  child: PickupChild,
  day: PickupDay,
  adultId: string,
  today: CivilDate,
): Verdict<'NOT_AUTHORISED' | 'PERSON_BARRED'> {
  return candidates(child, day, today).find(({ id }) => id === adultId)?.authorised ?? no('NOT_AUTHORISED');
}

/** Handed over once, to somebody authorised, who showed the code that is theirs alone or whom staff looked at. */
export function mayRelease(
  child: PickupChild,
  day: PickupDay & Pick<Attendance, 'release'>,
  adultId: string,
  proof: { how: 'look' } | { how: 'code'; given: string; right: string },
  today: CivilDate,
): Verdict<'NOT_HERE' | 'ALREADY_GONE' | 'NOT_AUTHORISED' | 'PERSON_BARRED' | 'WRONG_PICKUP_CODE'> {
  if (day.status === 'gone') return no('ALREADY_GONE', day.release ? { name: day.release.name, at: day.release.at } : undefined);
  if (day.status !== 'here') return no('NOT_HERE');
  const may = mayCollect(child, day, adultId, today);
  if (!may.ok) return may;
  return proof.how === 'look' || proof.given === proof.right ? yes : no('WRONG_PICKUP_CODE');
}

/** A new person: not a barred one, and not more than the community allows. */
export function mayAddAdult(
  child: Pick<Child, 'custody'>,
  standing: number,
  most: number,
  person: { name: string; phone?: string },
): Verdict<'PERSON_BARRED' | 'TOO_MANY_ADULTS'> {
  if (isBarred(child, person)) return no('PERSON_BARRED');
  return standing < most ? yes : no('TOO_MANY_ADULTS', { max: most });
}
