/** What mediation does by itself, in bounded steps: reminders without content, invitations that lapse, files that go, offers that come. */
import type { Case, MediationContract, MediationSettings } from '../../../types/mediation';
import { DAY_MS, MINUTE_MS } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { files } from '../../_shared/files';
import { places } from '../../_shared/places';
import { LIGHT } from '../../_shared/store';
import { caseDrafts, caseFiles, cases, firstQuestions } from '../collections';
import { destroy } from '../destroy';
import { dueOf } from '../due';
import { offerTo, type Repeated } from '../offer';
import { peopleOf } from '../scene';
import { settingsOf } from '../settings';
import { committeeOf, tellAll, tellPanel } from '../tell';
import { ended } from './party';

type Jobs = Pick<HandlersOf<MediationContract>, 'remind' | 'lapse' | 'tidy' | 'hear'>;

const CASES_A_PAGE = 300;
const REMOVALS_A_STEP = 60;
const COPY_MS = 10 * MINUTE_MS;
const DRAFT_MS = 30 * DAY_MS;
const LIVE: Case['status'][] = ['applied', 'inviting', 'panelling', 'mediating', 'agreed', 'performing'];

async function remindOne(
  ctx: Context,
  kase: Stored<Case>,
  committee: readonly string[],
  settings: MediationSettings,
): Promise<number> {
  const fresh = (each: Case) =>
    dueOf({ ...each, id: kase.id } as Stored<Case>, committee, settings, ctx.now).filter(
      ({ key }) => each.told[key] === undefined,
    );
  if (fresh(kase).length === 0) return 0;
  let told = 0;
  await ctx.store.draft(cases, kase.id).save(current => {
    if (!current) return undefined;
    const due = fresh(current);
    told = due.length;
    if (told === 0) return undefined;
    const marks = Object.fromEntries(due.map(({ key }) => [key, ctx.now]));
    return { doc: { ...current, told: { ...current.told, ...marks } }, tell: due.flatMap(({ tell }) => tell) };
  });
  return told;
}

/** Cases of every community in these statuses, page by page, each with the tools of its own. */
async function eachCase(
  ctx: Context,
  status: Case['status'][],
  work: (there: Context, kase: Stored<Case>) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (let after = ''; ; ) {
    const filter = { status: _.in(status), _id: _.gt(after) };
    const page = await ctx.store.across(cases, filter, { limit: CASES_A_PAGE, without: [...LIGHT, 'parts', 'openings'] });
    for (const kase of page) sum += await work(ctx.within(kase.communityId), kase);
    const last = page.at(-1);
    if (!last || page.length < CASES_A_PAGE) return sum;
    after = `${last.communityId}:${last.id}`;
  }
}

async function lapseOne(ctx: Context, kase: Stored<Case>): Promise<number> {
  if (kase.answerBy === undefined || kase.answerBy > ctx.now) return 0;
  await ctx.store.draft(cases, kase.id).save(current => {
    if (current?.status !== 'inviting' || current.answerBy === undefined || current.answerBy > ctx.now) return undefined;
    return { doc: { ...current, ...ended(current, 'refused', 'system', ctx.now) }, tell: tellAll(ctx, current, kase.id) };
  });
  return 1;
}

/** A room is held for the talk that says so; what an abandoned attempt holds is given back after two minutes. */
async function sweepRooms(ctx: Context): Promise<number> {
  const held = await ctx.store.across(places, { closesAt: _.gt(ctx.now), left: _.lt(1) }, { limit: 500, without: LIGHT });
  let released = 0;
  for (const room of held.filter(each => each.id.startsWith('room:'))) {
    const there = ctx.within(room.communityId);
    for (const [holder, text] of Object.entries(room.holders)) {
      if (Number(text.split('@')[1]) > ctx.now - 2 * MINUTE_MS) continue;
      const [caseId = '', no, at] = holder.split('~');
      const kase = await there.store.read(cases, caseId);
      const stands = kase?.sessions.some(each => each.no === Number(no) && each.at === Number(at) && each.status !== 'dropped');
      if (!stands && (await there.places.release(room.id, holder, 1))) released += 1;
    }
  }
  return released;
}

async function removeFiles(ctx: Context): Promise<number> {
  const [copies, uploads] = await Promise.all([
    ctx.store.across(caseFiles, { way: 'out', at: _.lte(ctx.now - COPY_MS) }, { limit: REMOVALS_A_STEP, without: LIGHT }),
    ctx.store.across(caseFiles, { way: 'in', at: _.lte(ctx.now - DAY_MS) }, { limit: REMOVALS_A_STEP, without: LIGHT }),
  ]);
  for (const { id, fileId, communityId } of [...copies, ...uploads]) {
    await files.remove(fileId).catch(() => undefined);
    await ctx.within(communityId).store.together(tx => tx.remove(caseFiles, id));
  }
  return copies.length + uploads.length;
}

async function removeOld(ctx: Context): Promise<number> {
  const over = await ctx.store.across(cases, { status: 'closed', retainUntil: _.lt(ctx.today) }, { limit: 3, without: LIGHT });
  let removed = 0;
  for (const kase of over) removed += await destroy(ctx.within(kase.communityId), kase);
  const old = await ctx.store.across(
    firstQuestions,
    { at: _.lt(ctx.now - 365 * DAY_MS) },
    { limit: REMOVALS_A_STEP, without: LIGHT },
  );
  for (const { id, communityId } of old) await ctx.within(communityId).store.together(tx => tx.remove(firstQuestions, id));
  const drafts = await ctx.store.across(caseDrafts, { at: _.lt(ctx.now - DRAFT_MS) }, { limit: REMOVALS_A_STEP, without: LIGHT });
  for (const { id, communityId } of drafts) await ctx.within(communityId).store.together(tx => tx.remove(caseDrafts, id));
  return removed + old.length + drafts.length;
}

/**
 * Who asked for erasure: what was not yet accepted is withdrawn, the panel of an open case is told. A file that was accepted is a
 * statutory record and stays, sealed, until its retention is over (人民调解法第二十七条).
 */
async function erased(ctx: Context, residentId: string): Promise<void> {
  const mine = await ctx.store.find(cases, { people: residentId }, { limit: 200, without: LIGHT });
  for (const { id } of mine)
    await ctx.store.draft(cases, id).save(current => {
      if (!current || current.told.erased !== undefined) return undefined;
      const told = { ...current.told, erased: ctx.now };
      const own = current.applicant.residentId === residentId;
      const early = own && (current.status === 'applied' || current.status === 'moreAsked');
      const change = early ? ended(current, 'withdrawn', 'applicant', ctx.now) : {};
      const away = { accountId: undefined, agents: [] };
      const side = own ? { applicant: { ...current.applicant, ...away } } : { respondent: { ...current.respondent, ...away } };
      const doc = { ...current, ...change, ...side, told };
      return { doc: { ...doc, people: peopleOf(doc) }, tell: tellPanel(current, id, 'caseMoved') };
    });
}

export const jobHandlers: Jobs = {
  async remind(_input, ctx) {
    const committees = new Map<string, Promise<string[]>>();
    const told = await eachCase(ctx, LIVE, async (there, kase) => {
      const { communityId } = kase;
      if (!committees.has(communityId)) committees.set(communityId, committeeOf(there));
      return remindOne(there, kase, await committees.get(communityId)!, await settingsOf(there.store));
    });
    return { told };
  },

  lapse: async (_input, ctx) => ({ ended: await eachCase(ctx, ['inviting'], lapseOne), released: await sweepRooms(ctx) }),
  tidy: async (_input, ctx) => ({ removed: (await removeFiles(ctx)) + (await removeOld(ctx)) }),

  async hear({ communityId, name, payload }, ctx) {
    const there = ctx.within(communityId);
    if (name === 'request.repeated') await offerTo(there, payload as Repeated);
    if (name === 'account.erased') await there.store.together(tx => tx.remove(caseDrafts, String(payload.accountId ?? '')));
    if (name === 'resident.erased') await erased(there, String(payload.residentId ?? ''));
    return { done: true as const };
  },
};
