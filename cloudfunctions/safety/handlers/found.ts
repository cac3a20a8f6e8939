/**
 * What a stranger does who finds an elder. Anybody may scan a 防走失码, signed in or not, so what is answered names nobody. Uses are
 * counted by code and by caller: a token of 128 bits is not guessed, and who tries is soon refused.
 */
import type { Community, Resident } from '../../../types/directory';
import type { SafetyContract } from '../../../types/safety';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { accounts, communities, residents } from '../../_shared/directory';
import { relayIsConfigured, ringBoth } from '../../_shared/relay';
import { LIGHT } from '../../_shared/store';
import { post, type Tell } from '../../_shared/tell';
import { countTry } from '../../_shared/tries';
import { communityOf } from '../circle';
import { consents, returnCodes, watches } from '../collections';
import { raise } from '../raise';
import { canUse, hourOf, used } from '../rules/codes';
import { inOrder } from '../rules/family';
import { isRelative, seesOf } from '../rules/who';
import { settingsOf } from '../settings';
import { shortMoment } from '../tell';

type Found = Pick<HandlersOf<SafetyContract>, 'scanReturnCode' | 'reportFound'>;

/** Uses of whatever codes by one caller in an hour; several people may share a network address. */
const MOST_A_CALLER = 30;
/** Calls of the relay in an hour, for one code and to one finder's number: nobody is rung for fun, and the community's number stays. */
const MOST_RINGS = 3;

const SAID = { callFamily: '发现人想联系家人', place: '发现人发来位置', tellCommunity: '发现人请社区来接' };

export const foundHandlers: Found = {
  async scanReturnCode({ code }, ctx) {
    const [found, counted] = await Promise.all([
      ctx.store.read(returnCodes, code),
      countTry('found', ctx.from, MOST_A_CALLER, ctx.now),
    ]);
    ctx.insist(counted);
    if (!found) return ctx.refuse('NOT_FOUND');
    const there = ctx.within(found.communityId);
    const draft = found.revokedAt === undefined ? there.store.draft(returnCodes, code) : undefined;
    const { elder, consent, community, settings } = await behind(there, found.elderId);
    const usable = draft !== undefined && elder?.status === 'living';
    const name = community?.name ?? '';
    if (!usable) return { community: name, phone: community?.phone ?? '', usable, joins: false };
    await draft.save(current => {
      if (!current || current.revokedAt !== undefined) return undefined;
      ctx.insist(canUse(current, ctx.now, settings.codeUsesPerHour));
      const tells = current.toldHour === hourOf(ctx.now) ? [] : scanned(elder, consent, community, ctx);
      const doc = { ...used(current, ctx.now), scans: current.scans + 1, lastScanAt: ctx.now, toldHour: hourOf(ctx.now) };
      return { doc, tell: tells };
    });
    return { community: name, phone: settings.relayPhone || (community?.phone ?? ''), usable, joins: relayIsConfigured() };
  },

  /** The use is counted first; then the report joins the alert of this elder, or begins it. The gesture names the report. */
  async reportFound({ code, wants, place, words, phone }, ctx) {
    const draft = ctx.store.draft(returnCodes, code, { quiet: true });
    const [found, counted] = await Promise.all([draft.current(), countTry('found', ctx.from, MOST_A_CALLER, ctx.now)]);
    ctx.insist(counted);
    if (!found) return ctx.refuse('NOT_FOUND');
    if (found.revokedAt !== undefined) ctx.refuse('CODE_REVOKED');
    const there = ctx.within(found.communityId);
    const { elderId } = found;
    const counting = draft.save(async current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(canUse(current, ctx.now, (await settingsOf(there.store)).codeUsesPerHour));
      return { doc: used(current, ctx.now) };
    });
    const cause = `found:${ctx.store.author.requestId}`.slice(0, 120);
    const facts = [SAID[wants], words].filter((fact): fact is string => Boolean(fact));
    const report = { kind: 'found', subjectId: elderId, cause, source: 'returnCode', facts, place, callback: phone } as const;
    const [alert, ringing, settings, community] = await Promise.all([
      raise(there, report, counting),
      wants === 'callFamily' && phone ? joinFamily(there, { code, elderId, finder: phone }, counting) : false,
      settingsOf(there.store),
      communityOf(there.store),
    ]);
    const relayPhone = settings.relayPhone || (community?.phone ?? '');
    return { relayPhone, number: `${alert.episode}`, call: ringing ? ('ringing' as const) : ('community' as const) };
  },
};

type Call = { code: string; elderId: string; finder: string };

/** Rings the finder and then the family, in the elder's order, until one answers. False: there is no relay for this call. */
async function joinFamily(there: Context, call: Call, gate: Promise<unknown>): Promise<boolean> {
  await gate;
  if (!relayIsConfigured()) return false;
  const { code, elderId, finder } = call;
  const [elder, consent, watch, ...counted] = await Promise.all([
    there.store.read(residents, elderId),
    there.store.read(consents, elderId),
    there.store.read(watches, elderId),
    countTry('ring', code, MOST_RINGS, there.now),
    countTry('ringTo', finder, MOST_RINGS, there.now),
  ]);
  if (counted.some(({ ok }) => !ok)) return false;
  const relatives = inOrder(elder?.family ?? [], watch?.familyOrder ?? []).map(({ accountId }) => accountId);
  const callable = relatives.filter(account => seesOf(consent, account).alerts);
  const known = await there.store.readAll(accounts, callable, { without: LIGHT });
  const then = callable.flatMap(account => known.find(({ id }) => id === account)?.phone ?? []);
  return ringBoth({ id: there.store.author.requestId, first: finder, then });
}

async function behind(there: Context, elderId: string) {
  const [elder, consent, community, settings] = await Promise.all([
    there.store.read(residents, elderId),
    there.store.read(consents, elderId),
    there.store.read(communities, there.store.communityId),
    settingsOf(there.store),
  ]);
  return { elder, consent, community, settings };
}

/** The family hears that the code was scanned; at most once an hour. */
function scanned(
  elder: Stored<Resident>,
  consent: Parameters<typeof seesOf>[0],
  community: Community | undefined,
  ctx: Context,
): Tell[] {
  const relatives = elder.family.filter(({ accountId }) => isRelative(elder, accountId) && seesOf(consent, accountId).alerts);
  const to = relatives.map(({ accountId }, i) => ({ ref: `p${i}`, account: accountId }));
  const data = { elder: elder.name, elderId: elder.id, time: shortMoment(ctx.now), phone: community?.phone ?? '' };
  return to.length > 0 ? [post('returnCodeScanned', to, data, `safety:scan:${elder.id}`)] : [];
}
