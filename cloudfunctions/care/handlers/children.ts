/** Guardians: the child itself, from the first consent to its erasure. */
import { randomBytes } from 'node:crypto';
import type { CareContract, Child, Guardian } from '../../../types/care';
import type { Address, Community } from '../../../types/directory';
import { addDays, ageOn, type CivilDate } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { accounts, communities } from '../../_shared/directory';
import { pinyinOf } from '../../_shared/pinyin';
import { between, LIGHT } from '../../_shared/store';
import { careAttendances, careChildren, careEnrolments, careReads } from '../collections';
import { eraseChild } from '../erase';
import { decides, seenChild } from '../known';
import { logRead } from '../log';
import { sameText, sayAll } from '../rules/consent';
import { candidates } from '../rules/pickup';
import { isLive } from '../rules/signup';
import { findable, guardianOf, isCareStaff, mayDecide } from '../rules/who';
import { settingsOf } from '../settings';
import { adultView, consentViews, guardianViews } from '../views';

type Children = Pick<HandlersOf<CareContract>, 'child' | 'consentTexts' | 'addChild' | 'saveChild' | 'eraseChild'>;
const READS = 20;

/** Two to seventeen: care is for children. */
export const plausible = (birthDate: CivilDate, today: CivilDate): boolean =>
  birthDate <= today && ageOn(birthDate, today) >= 2 && ageOn(birthDate, today) < 18;

/** A home in the tree, with its grid. @throws Refusal UNKNOWN_HOME */
function homeOf(
  ctx: Context<'UNKNOWN_HOME'>,
  home: { buildingId: string; unitId: string; room: string } | undefined,
  community: Pick<Community, 'buildings'> | undefined,
): Address | undefined {
  if (!home) return undefined;
  const building = community?.buildings.find(({ id }) => id === home.buildingId);
  if (!building?.units.some(({ id }) => id === home.unitId)) return ctx.refuse('UNKNOWN_HOME');
  return { gridId: building.gridId, ...home };
}

export const newGuardianId = (): string => `g-${randomBytes(9).toString('hex')}`;
export const newCard = (): string => randomBytes(12).toString('base64url').replace(/[-_]/g, 'x');

type Profile = Pick<Child, 'name' | 'birthDate' | 'school' | 'schoolClass' | 'address'>;
/** A child that nobody has said anything about yet. */
export const newChild = (profile: Profile, guardians: Guardian[]): Child => ({
  ...profile,
  pinyin: pinyinOf(profile.name),
  card: newCard(),
  guardians,
  adults: [],
  consents: {},
  consentLog: [],
  hasHealth: false,
  ...findable({ guardians, adults: [] }),
  status: 'active',
});

export const childrenHandlers: Children = {
  async child({ childId }, ctx) {
    const [child, settings, community, reads, enrolments] = await Promise.all([
      seenChild(ctx, childId),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.find(careReads, { childId }, { order: ['-at'], limit: READS, without: LIGHT }),
      ctx.store.find(careEnrolments, { childId }, { limit: 60, without: LIGHT }),
    ]);
    const { session, today } = ctx;
    const guardian = guardianOf(child, session);
    if (!guardian) await logRead(ctx, [childId], 'sheet');
    const decide = mayDecide(child, session, 'adults');
    const nothing = { day: today, temporaries: [], status: 'expected' as const };
    const enrolled = enrolments.some(isLive);
    return {
      id: child.id,
      name: child.name,
      birthDate: child.birthDate,
      school: child.school,
      schoolClass: child.schoolClass,
      home: child.address && {
        buildingId: child.address.buildingId,
        unitId: child.address.unitId,
        room: child.address.room,
        text: addressText(child.address, community),
      },
      guardians: guardianViews(child, session),
      adults: candidates(child, nothing, today)
        .filter(({ kind }) => kind === 'standing')
        .map(adult => adultView(adult, child, session)),
      consents: consentViews(child, settings, today),
      hasHealth: child.hasHealth,
      reads: guardian ? reads.map(({ at, byName, what }) => ({ at, byName, what })) : [],
      may: {
        decide,
        save: decide,
        erase: decide.ok && enrolled ? no('STILL_ENROLLED') : decide,
        health: guardian || isCareStaff(session) ? yes : no('NOT_YOUR_CHILD'),
        addAdult: decide,
        invite: decide,
      },
    };
  },

  async consentTexts(_input, ctx) {
    const { consents } = await settingsOf(ctx.store);
    return { texts: consents.map(({ purpose, text, version }) => ({ purpose, text, version })) };
  },

  /** The same guardian, name and day of birth is the same child: a second tap makes no second one. */
  async addChild({ said, relation, home, ...profile }, ctx) {
    const { session, now, today } = ctx;
    const childId = `k-${digest(['child', session.communityId, session.accountId, profile.name, profile.birthDate], 16)}`;
    const draft = ctx.store.draft(careChildren, childId, { quiet: true });
    const [settings, community, account, mine] = await Promise.all([
      settingsOf(ctx.store),
      home ? ctx.store.read(communities, session.communityId) : undefined,
      ctx.store.read(accounts, session.accountId),
      ctx.store.find(careChildren, { guardianAccounts: session.accountId }, { limit: 20, without: LIGHT }),
    ]);
    if (!said.some(({ purpose, given }) => purpose === 'care' && given)) ctx.refuse('CONSENT_NEEDED');
    for (const each of said) ctx.insist(sameText(settings, each));
    if (!plausible(profile.birthDate, today)) ctx.refuse('BIRTH_DATE');
    const standing = mine.filter(({ status, id }) => status === 'active' && id !== childId).length;
    if (standing >= settings.mostChildren) ctx.refuse('TOO_MANY_CHILDREN', { max: settings.mostChildren });
    const address = homeOf(ctx, home, community);
    const guardian: Guardian = {
      id: newGuardianId(),
      accountId: session.accountId,
      residentId: session.residentId,
      name: session.name,
      relation,
      phone: account?.phone,
      status: 'confirmed',
      since: now,
    };
    const who = { by: session.accountId, byName: session.name, way: 'inApp' as const, at: now };
    await draft.save(current => {
      if (current?.status === 'active') return undefined;
      const child = newChild({ ...profile, address }, [guardian]);
      const doc = sayAll(
        child,
        said.map(each => ({ ...each, ...who })),
        settings,
        today,
      );
      return { doc };
    });
    return { childId };
  },

  async saveChild({ childId, home, ...profile }, ctx) {
    const draft = ctx.store.draft(careChildren, childId, { quiet: true });
    const community = home ? await ctx.store.read(communities, ctx.session.communityId) : undefined;
    if (!plausible(profile.birthDate, ctx.today)) ctx.refuse('BIRTH_DATE');
    await draft.save(child => {
      decides(ctx, child, 'adults');
      const address = homeOf(ctx, home, community);
      return { doc: { ...child, ...profile, address, pinyin: pinyinOf(profile.name) } };
    });
    return { done: true as const };
  },

  async eraseChild({ childId }, ctx) {
    const [child, enrolments, today] = await Promise.all([
      ctx.store.read(careChildren, childId),
      ctx.store.find(careEnrolments, { childId }, { limit: 60, without: LIGHT }),
      stillHere(ctx, childId),
    ]);
    decides(ctx, child, 'adults');
    if (enrolments.some(isLive) || today) ctx.refuse('STILL_ENROLLED');
    await eraseChild(ctx, child as Stored<Child>);
    return { done: true as const };
  },
};

/** Signed in yesterday or today, and nobody has collected it yet. */
async function stillHere(ctx: Context, childId: string): Promise<boolean> {
  const days = await ctx.store.find(
    careAttendances,
    { childId, day: between(addDays(ctx.today, -1), ctx.today) },
    { limit: 20, without: LIGHT },
  );
  return days.some(({ status }) => status === 'here');
}
