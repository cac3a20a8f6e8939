/** What other domains and the courier tell. Told twice is told once. */
import { type EventOf, eventSchemas } from '../../../types/events';
import type { SafetyContract } from '../../../types/safety';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { alerts, reaches, watches } from '../collections';
import { accountOfTest, alertOfAbout } from '../ids';
import { leave } from '../leaving';
import { raise } from '../raise';
import * as changes from '../rules/changes';
import { handedOn, seenBy } from '../rules/reports';
import { replanned } from '../rules/watch';
import { settingsOf } from '../settings';
import { absencesOf, endSilence, signOf } from '../signs';

const TWO_HOURS = 2 * 3_600_000;

async function mealMissed(ctx: Context, { orderId, dinerId, period }: EventOf<'meal.missed'>): Promise<void> {
  const [settings, diner, watch, away] = await Promise.all([
    settingsOf(ctx.store),
    ctx.store.read(residents, dinerId),
    ctx.store.read(watches, dinerId),
    absencesOf(ctx.store, dinerId),
  ]);
  const looked = watch?.on === true || diner?.categories.includes('livesAlone');
  if (!settings.mealMissed || diner?.status !== 'living' || !looked) return;
  const isAway = away.some(({ from, to, endedAt }) => from <= ctx.today && to >= ctx.today && endedAt === undefined);
  const seen = watch?.lastSignAt !== undefined && watch.lastSignAt > ctx.now - TWO_HOURS;
  if (isAway || seen) return;
  const facts = [{ breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }[period] ?? '订餐'].map(
    meal => `${meal}没有来取，也没有别的消息`,
  );
  await raise(ctx, { kind: 'mealMissed', subjectId: dinerId, cause: `meal:${orderId}`, source: 'meal', facts });
}

async function replan(ctx: Context, elderId: string): Promise<void> {
  const draft = ctx.store.draft(watches, elderId, { quiet: true });
  const [current, away] = await Promise.all([draft.current(), absencesOf(ctx.store, elderId)]);
  if (current) await draft.save(watch => watch && { doc: replanned(watch, away, ctx.now) });
}

async function sign(ctx: Context, { residentId, source, at }: EventOf<'sign.ofLife'>): Promise<void> {
  await signOf(ctx, residentId, source, at);
  await endSilence(ctx, residentId, '');
}

/** How the calls went: a line in the timeline, and who was reached. */
async function handed(ctx: Context, report: EventOf<'post.handed'>): Promise<void> {
  const account = accountOfTest(report.about);
  if (account !== undefined) return testHanded(ctx, account, report);
  const id = alertOfAbout(report.about);
  if (id === undefined || id.endsWith('~clear') || !report.done) return;
  await ctx.store.draft(alerts, id, { quiet: true }).save(alert => {
    const doc = alert && handedOn(alert, report, ctx.now);
    return doc && { doc };
  });
}

async function testHanded(ctx: Context, account: string, { done, outcomes }: EventOf<'post.handed'>): Promise<void> {
  if (!done) return;
  const sent = outcomes.some(({ outcome }) => outcome === 'sent');
  await ctx.store.draft(reaches, account, { quiet: true }).save(reach => {
    if (reach?.testState !== 'asked') return undefined;
    return { doc: { ...reach, testState: sent ? ('sent' as const) : ('unsent' as const) } };
  });
}

/** A key pressed during the call is 我来处理; a tap on 知道了 is a line that says so. */
async function acknowledged(ctx: Context, { about, ref, how }: EventOf<'message.acknowledged'>): Promise<void> {
  const account = accountOfTest(about);
  if (account !== undefined) {
    await ctx.store.draft(reaches, account, { quiet: true }).save(reach => reach && { doc: { ...reach, answeredAt: ctx.now } });
    return;
  }
  const id = alertOfAbout(about);
  if (id === undefined || id.endsWith('~clear')) return;
  const settings = await settingsOf(ctx.store);
  await ctx.store.draft(alerts, id, { quiet: true }).save(alert => {
    const person = alert?.paged.find(one => one.ref === ref);
    if (!alert?.open || !person) return undefined;
    const seen = seenBy(alert, person, how, ctx.now);
    if (how === 'tap' || alert.status !== 'raised') return { doc: seen };
    const taker = { account: person.account ?? person.ref, name: person.name };
    return { doc: changes.acknowledged(seen, taker, ctx.now, settings.ackMinutes) };
  });
}

type Heard = { [N in keyof typeof eventSchemas]?: (ctx: Context, payload: EventOf<N>) => Promise<void> };

const HEARD: Heard = {
  'meal.redeemed': (ctx, { dinerId }) => sign(ctx, { residentId: dinerId, source: 'meal', at: ctx.now }),
  'meal.missed': mealMissed,
  'sign.ofLife': sign,
  'alarm.raised': async (ctx, { kind, cause, subjectId, name, title, facts, place }) => {
    const optional = { ...(name ? { name } : {}), ...(title ? { title } : {}), ...(place ? { place } : {}) };
    await raise(ctx, { kind, subjectId, cause, source: 'event', facts: facts ?? [], ...optional });
  },
  'absence.recorded': (ctx, { residentId }) => replan(ctx, residentId),
  'absence.ended': (ctx, { residentId }) => replan(ctx, residentId),
  'post.handed': handed,
  'message.acknowledged': acknowledged,
  'account.erased': (ctx, { accountId }) => ctx.store.together(tx => tx.remove(reaches, accountId)),
  'resident.left': (ctx, { residentId }) => leave(ctx, residentId, false),
  'resident.erased': (ctx, { residentId }) => leave(ctx, residentId, true),
};

export const hearHandlers: Pick<HandlersOf<SafetyContract>, 'hear'> = {
  async hear({ communityId, name, payload }, ctx) {
    const known = name as keyof typeof eventSchemas;
    const work = HEARD[known] as ((ctx: Context, payload: unknown) => Promise<void>) | undefined;
    if (work) await work(ctx.within(communityId), eventSchemas[known].parse(payload));
    return { done: true as const };
  },
};
