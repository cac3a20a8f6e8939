/**
 * 防走失码. Anybody may scan one, signed in or not, so what is answered names nobody. Uses are counted per code: a token of 128 bits is
 * not guessed, and a stranger without one meets nothing but NOT_FOUND.
 */

import type { ReturnCode } from '../../../types/devices';
import type { Community, Resident } from '../../../types/directory';
import type { ReturnCodeView, SafetyContract } from '../../../types/safety';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { communities, residents } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { papers } from '../../_shared/papers';
import { post, type Tell } from '../../_shared/tell';
import { consents, returnCodes } from '../collections';
import { newToken } from '../ids';
import { returnCodePaper } from '../papers';
import { raise } from '../raise';
import { canUse, hourOf, MOST_CODES, used } from '../rules/codes';
import { canActFor, isRelative, seesOf } from '../rules/who';
import { settingsOf } from '../settings';
import { shortMoment } from '../tell';

type Codes = Pick<
  HandlersOf<SafetyContract>,
  'returnCodes' | 'issueReturnCode' | 'revokeReturnCode' | 'returnCodePaper' | 'scanReturnCode' | 'reportFound'
>;

const pathOfCode = (token: string): string => `/pages/safety/found/index?code=${token}`;

const view = ({ id, issuedAt, revokedAt, scans, lastScanAt }: Stored<ReturnCode>): ReturnCodeView => ({
  id,
  path: pathOfCode(id),
  issuedAt,
  revokedAt,
  scans,
  lastScanAt,
});

const codesOf = (ctx: Context, elderId: string) =>
  ctx.store.find(returnCodes, { communityId: ctx.session.communityId, elderId }, { order: ['-issuedAt'], limit: 30 });

export const codeHandlers: Codes = {
  async returnCodes({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, codes] = await Promise.all([ctx.store.need(residents, id), codesOf(ctx, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    return { codes: codes.map(view) };
  },

  async issueReturnCode({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, codes] = await Promise.all([ctx.store.need(residents, id), codesOf(ctx, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    const mine = codes.find(({ history }) => history.some(({ requestId }) => requestId === ctx.store.author.requestId));
    if (mine) return view(mine);
    if (codes.filter(({ revokedAt }) => revokedAt === undefined).length >= MOST_CODES) ctx.refuse('TOO_MANY_CODES');
    const { communityId, accountId } = ctx.session;
    const counts = { scans: 0, hour: 0, usesThisHour: 0, toldHour: 0 };
    const doc = { communityId, elderId: id, issuedAt: ctx.now, issuedBy: accountId, ...counts };
    return view(await ctx.store.draft(returnCodes, newToken(), { quiet: true, fresh: true }).save(() => ({ doc })));
  },

  async revokeReturnCode({ id }, ctx) {
    const code = await ctx.store.read(returnCodes, id);
    if (!code || code.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
    const draft = ctx.store.draft(returnCodes, id, { quiet: true });
    ctx.insist(canActFor(ctx.session, await ctx.store.need(residents, code.elderId)));
    return view(
      await draft.save(current =>
        current?.revokedAt === undefined && current ? { doc: { ...current, revokedAt: ctx.now } } : undefined,
      ),
    );
  },

  /** What is printed must open for who has no account: the web version's own address. */
  async returnCodePaper({ id }, ctx) {
    const [code, community, press] = await Promise.all([
      ctx.store.read(returnCodes, id),
      ctx.store.read(communities, ctx.session.communityId),
      papers(),
    ]);
    if (!code || code.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
    ctx.insist(canActFor(ctx.session, await ctx.store.need(residents, code.elderId)));
    if (code.revokedAt !== undefined) ctx.refuse('CODE_REVOKED');
    const web = process.env.JINLIN_WEB_URL;
    if (!web) return ctx.refuse('NO_WEB_ADDRESS');
    const made = await press.makePdf(returnCodePaper(community?.name ?? '', `${web}/#${pathOfCode(id)}`));
    return { url: await handOut(ctx, 'pdf', made), name: '防走失码.pdf' };
  },

  async scanReturnCode({ code }, ctx) {
    const found = await ctx.store.read(returnCodes, code);
    if (!found) return ctx.refuse('NOT_FOUND');
    const there = ctx.within(found.communityId);
    const { elder, consent, community, settings } = await behind(there, found.elderId);
    const usable = found.revokedAt === undefined && elder?.status === 'living';
    if (!usable) return { community: community?.name ?? '', phone: community?.phone ?? '', usable };
    await there.store.draft(returnCodes, code).save(current => {
      if (!current || current.revokedAt !== undefined) return undefined;
      ctx.insist(canUse(current, ctx.now, settings.codeUsesPerHour));
      const tells = current.toldHour === hourOf(ctx.now) ? [] : scanned(elder, consent, community, ctx);
      const doc = { ...used(current, ctx.now), scans: current.scans + 1, lastScanAt: ctx.now, toldHour: hourOf(ctx.now) };
      return { doc, tell: tells };
    });
    return { community: community?.name ?? '', phone: settings.relayPhone || (community?.phone ?? ''), usable };
  },

  /** The use is counted first; then the report joins the alert of this elder, or begins it. The gesture names the report. */
  async reportFound({ code, wants, place, words, phone }, ctx) {
    const found = await ctx.store.read(returnCodes, code);
    if (!found) return ctx.refuse('NOT_FOUND');
    if (found.revokedAt !== undefined) ctx.refuse('CODE_REVOKED');
    const there = ctx.within(found.communityId);
    const settings = await settingsOf(there.store);
    await there.store.draft(returnCodes, code, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(canUse(current, ctx.now, settings.codeUsesPerHour));
      return { doc: used(current, ctx.now) };
    });
    const said = { callFamily: '发现人想联系家人', place: '发现人发来位置', tellCommunity: '发现人请社区来接' }[wants];
    const facts = [said, words, phone && `发现人电话 ${phone}`].filter((fact): fact is string => Boolean(fact));
    const cause = `found:${ctx.store.author.requestId}`.slice(0, 120);
    const alert = await raise(there, { kind: 'found', subjectId: found.elderId, cause, source: 'returnCode', facts, place });
    const community = await there.store.read(communities, found.communityId);
    return { relayPhone: settings.relayPhone || (community?.phone ?? ''), number: `${alert.episode}` };
  },
};

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
