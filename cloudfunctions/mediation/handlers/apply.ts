/** 申请: guided, by oneself, for an elder, or by staff for a walk-in. */

import type { ParsedOf } from '../../../types/contract';
import type { Case, MediationContract } from '../../../types/mediation';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities } from '../../_shared/directory';
import { hearingIsConfigured } from '../../_shared/hearing';
import { isStaff } from '../../_shared/session';
import { LIGHT } from '../../_shared/store';
import { applicantOf, isOneself, respondentOf, type Told } from '../applicant';
import { caseCard } from '../card';
import { cases, mediationOffers } from '../collections';
import { FILE_BYTES, FILES_MOST, removePlain, takeIn, uploadTicket } from '../evidence';
import { guideKinds, KINDS, PROMISES, RIGHTS } from '../guide';
import { digest, refOf } from '../ids';
import { type NewPart, part, putParts, sealNames } from '../parts';
import { endOfDay } from '../rules/clock';
import { DANGER_WORDS, HELP, speaksOfDanger } from '../rules/danger';
import { speaksFor } from '../rules/standing';
import { peopleOf } from '../scene';
import { FIRST_SETTINGS, settingsOf } from '../settings';
import { committeeOf, tellCommittee, tellSide } from '../tell';

type Apply = Pick<HandlersOf<MediationContract>, 'guide' | 'apply' | 'evidenceTicket'>;
type Input = ParsedOf<MediationContract, 'apply'>;

/** Open applications of one person; more is a mistake or mischief. */
const OPEN_MOST = 5;
const OPEN: Case['status'][] = ['applied', 'moreAsked', 'inviting', 'panelling', 'mediating', 'paused', 'agreed'];

const speaks = (input: Input): boolean =>
  input.danger || speaksOfDanger(input.what, input.fair, ...input.answers.map(each => each.answer));

function answersOf(input: Input): { question: string; answer: string }[] {
  const known = KINDS[input.kind].questions;
  return input.answers.flatMap(({ id, answer }) => {
    const question = known.find(each => each.id === id)?.text;
    return question ? [{ question, answer }] : [];
  });
}

function newCase(ctx: Context, input: Input, sides: { applicant: Told; respondent: Told }, id: string, acceptDays: number): Case {
  const { applicant, respondent } = { applicant: sides.applicant.side, respondent: sides.respondent.side };
  const forOther = applicant.residentId !== ctx.session.residentId || !applicant.residentId;
  // A relative who applies is an agent from the first moment; the party sees by name who acts.
  const agents = Object.fromEntries(applicant.agents.map(each => [each, ctx.session.name]));
  const names = { applicant: sides.applicant.person.name, respondent: sides.respondent.person.name, agents };
  const source = input.offerId ? 'offer' : !forOther ? 'self' : applicant.agents.length ? 'family' : 'walkIn';
  return {
    kind: input.kind,
    ref: refOf(id),
    status: 'applied',
    source,
    buildingId: input.buildingId,
    wantsOpen: { applicant: input.wantsOpen, respondent: false },
    danger: speaks(input),
    applicant,
    respondent,
    names: sealNames(ctx.store, id, names),
    people: [],
    panel: [],
    ruledOut: [],
    appliedAt: ctx.now,
    decideBy: endOfDay(ctx.now, acceptDays),
    extendedDays: 0,
    rights: {},
    sessions: [],
    items: [],
    followUps: [],
    joined: [],
    parts: [],
    openings: [],
    told: {},
  };
}

export const applyHandlers: Apply = {
  async guide(_input, ctx) {
    const { committee, court, answerDays, clockDays, extensionDays } = ctx.session.communityId
      ? await settingsOf(ctx.store)
      : FIRST_SETTINGS;
    return {
      committee,
      court,
      answerDays,
      clockDays,
      extensionDays,
      hears: hearingIsConfigured(),
      kinds: guideKinds(),
      promises: PROMISES,
      rights: RIGHTS,
      help: HELP,
      dangerWords: [...DANGER_WORDS],
      fileBytes: FILE_BYTES,
      filesMost: FILES_MOST,
    };
  },

  evidenceTicket: async ({ ending }, ctx) => uploadTicket(ctx, ending),

  async apply(input, ctx) {
    const id = `m-${digest(['case', ctx.store.author.requestId, ctx.session.accountId], 16)}`;
    const draft = ctx.store.draft(cases, id, { fresh: true });
    const { residentId, accountId } = ctx.session;
    const [settings, community, committee, asked] = await Promise.all([
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
      committeeOf(ctx),
      openOf(ctx, id),
    ]);
    if (asked >= OPEN_MOST) ctx.refuse('TOO_MANY_OPEN', { max: OPEN_MOST });
    if (input.buildingId && !community?.buildings.some(each => each.id === input.buildingId)) ctx.refuse('UNKNOWN_PLACE');
    const [applicant, respondent] = await Promise.all([
      applicantOf(ctx, input, community),
      respondentOf(ctx, input.respondent, community),
    ]);
    if (isOneself(applicant.side, respondent.side)) ctx.refuse('WITH_ONESELF');
    const saved = await draft.save(async () => {
      const files = await Promise.all(input.files.map(file => takeIn(ctx, id, file)));
      const first = firstParts(input, applicant, respondent, files);
      const said = await putParts(ctx, id, first, 'applicant', isWalkIn(ctx, applicant));
      const doc = newCase(ctx, input, { applicant, respondent }, id, settings.acceptDays);
      const waits = tellCommittee(committee, doc, doc.danger ? 'caseUrgent' : 'caseWaits');
      const own = tellSide(doc, id, 'applicant', 'caseMoved').filter(tell => 'message' in tell && tell.to !== accountId);
      return {
        doc: { ...doc, people: peopleOf(doc), parts: said.map(({ ref }) => ref) },
        tell: [...waits, ...own],
        onBehalfOf: applicant.side.residentId === residentId ? undefined : (applicant.side.residentId ?? 'walkIn'),
      };
    });
    await Promise.all([...input.files.map(file => removePlain(ctx, file.fileId)), takeOffer(ctx, input.offerId)]);
    const names = { applicant: applicant.person.name, respondent: respondent.person.name };
    const card = caseCard(ctx, saved, 'applicant', names, { settings, community, leads: false });
    return { case: card, help: saved.danger ? HELP : undefined };
  },
};

/** Open applications of this person beside this one; being asked by others does not keep anybody from asking. Staff have no limit. */
async function openOf(ctx: Context, but: string): Promise<number> {
  if (isStaff(ctx.session)) return 0;
  const { residentId, accountId } = ctx.session;
  const mine = { people: _.in([accountId, residentId ?? accountId]), status: _.in(OPEN) };
  const found = await ctx.store.find(cases, mine, { limit: 100, without: [...LIGHT, 'parts', 'openings', 'sessions'] });
  return found.filter(kase => kase.id !== but && speaksFor(kase.applicant, ctx.session)).length;
}

const isWalkIn = (ctx: Context, applicant: Told): boolean =>
  applicant.side.residentId === undefined || applicant.side.residentId !== ctx.session.residentId;

function firstParts(input: Input, applicant: Told, respondent: Told, files: Awaited<ReturnType<typeof takeIn>>[]): NewPart[] {
  const { what, where, since, fair } = input;
  return [
    part('application', { what, where, since, fair, answers: answersOf(input) }, 'applicant'),
    part('party', applicant.person, 'applicant'),
    part('party', respondent.person, 'respondent'),
    ...files.map(file => part('evidence', file, 'applicant')),
  ];
}

/** An offer is taken once one of the homes applies. */
async function takeOffer(ctx: Context, offerId: string | undefined): Promise<void> {
  const { residentId } = ctx.session;
  if (!offerId || !residentId) return;
  await ctx.store.draft(mediationOffers, offerId, { quiet: true }).save(offer => {
    if (!offer?.residentIds.includes(residentId) || offer.status === 'taken') return offer ? undefined : ctx.refuse('NOT_FOUND');
    return { doc: { ...offer, status: 'taken' as const } };
  });
}
