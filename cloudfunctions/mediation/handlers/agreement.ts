/** The agreement and what follows it: drafting, signatures in their order, promises, judicial confirmation. */
import type { Case, Item, MediationContract, MediationSettings, PartySide } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { event, type Tell } from '../../_shared/tell';
import { cases } from '../collections';
import { clausesFor } from '../guide';
import { numberFor } from '../numbers';
import { namesOf, part, partIdOf, partRows, readable } from '../parts';
import { pngOf } from '../picture';
import { effectOf } from '../rules/clock';
import { bothKnowRights, mayConfirm, maySign } from '../rules/deeds';
import { otherSide } from '../rules/standing';
import { inCase, sceneOf } from '../scene';
import { settingsOf } from '../settings';
import { tellAll, tellPanel, tellSide } from '../tell';
import { contactOf } from '../views';
import { ended } from './party';

type Agreement = Pick<
  HandlersOf<MediationContract>,
  'agreementStart' | 'draftAgreement' | 'sign' | 'refuseToSign' | 'wantConfirmation' | 'recordConfirmation' | 'failCase'
>;

/** The task of whoever promised, without a word of what it is. */
const tasksOf = (kase: Case, id: string, items: readonly Item[]): Tell[] =>
  items.map(item =>
    event('mediation.item', { caseId: id, no: item.no, dueOn: item.dueOn, accountId: kase[item.by].accountId, state: 'due' }),
  );

/** 生效: the clocks of what follows begin, and every promise becomes a task. */
export function takesEffect(
  kase: Case,
  id: string,
  at: Case['appliedAt'],
  settings: MediationSettings,
): { change: Partial<Case>; tell: Tell[] } {
  return {
    change: { status: 'performing', extension: undefined, ...effectOf(at, settings) },
    tell: tasksOf(kase, id, kase.items),
  };
}

const needSide = (side: PartySide | undefined): PartySide => side ?? 'applicant';

export const agreementHandlers: Agreement = {
  async agreementStart({ id }, ctx) {
    const [kase, rows, { clauses }] = await Promise.all([
      ctx.store.need(cases, id),
      partRows(ctx.store, id),
      settingsOf(ctx.store),
    ]);
    sceneOf(ctx, kase, 'draftAgreement');
    const { applicant, respondent } = namesOf(ctx.store, kase);
    const summary = readable(ctx.store, kase, rows, 'panel', false).find(each => each.kind === 'summary');
    const words = summary?.kind === 'summary' ? summary.content.text : '';
    return {
      facts: `申请人${applicant}与被申请人${respondent}因下列纠纷申请调解：${words}`,
      clauses: clausesFor(clauses, kase.kind),
    };
  },

  async draftAgreement({ id, form, facts, terms, promises, place }, ctx) {
    const settings = await settingsOf(ctx.store);
    if (promises.some(promise => promise.dueOn < ctx.today)) ctx.refuse('DUE_IN_PAST');
    return inCase(ctx, { id }, 'draftAgreement', async ({ kase, rows }) => {
      ctx.insist(bothKnowRights(kase));
      if (kase.agreement?.signed.mediator !== undefined) ctx.refuse('NOT_NOW', { status: kase.status });
      const number = kase.agreement?.number ?? (await numberFor(ctx, '协', settings.shortName, id));
      const parts = readable(ctx.store, kase, rows, 'panel', false);
      const names = namesOf(ctx.store, kase);
      const person = (side: PartySide) => ({ name: names[side], ...contactOf(parts, side) });
      const content = {
        number,
        applicant: person('applicant'),
        respondent: person('respondent'),
        facts,
        terms,
        promises,
        place,
        on: ctx.today,
      };
      const items = promises.map(({ by, dueOn }, at): Item => ({ no: at + 1, by, dueOn, status: 'open' }));
      const agreement = {
        form,
        number,
        round: (kase.agreement?.round ?? 0) + 1,
        partId: partIdOf(ctx, 'agreement', 0),
        signed: {},
      };
      const drafted = { ...kase, agreement, items };
      const effect = form === 'oral' ? takesEffect(drafted, id, ctx.now, settings) : { change: {}, tell: [] };
      return {
        change: { status: 'agreed', agreement, items, ...effect.change },
        parts: [part('agreement', content, 'shared')],
        tell: [
          ...(['applicant', 'respondent'] as const).flatMap(side => tellSide(kase, id, side, 'caseYourTurn')),
          ...effect.tell,
        ],
      };
    });
  },

  async sign({ id, as, image, round }, ctx) {
    const picture = pngOf(image) ?? ctx.refuse('NOT_A_PNG');
    return inCase(ctx, { id, as }, 'sign', ({ kase, side, who }) => {
      if (!side && !who.leads) ctx.refuse('NOT_YOUR_PART');
      const by = side ?? ('mediator' as const);
      ctx.insist(maySign(kase.agreement, by, round));
      const agreement = { ...kase.agreement!, signed: { ...kase.agreement!.signed, [by]: ctx.now } };
      return {
        change: { agreement },
        parts: [part('signature', { by, image: picture, round }, 'shared')],
        tell: tellAll(ctx, kase, id),
      };
    });
  },

  refuseToSign: async ({ id, as, reason }, ctx) =>
    inCase(ctx, { id, as }, 'refuseToSign', ({ kase }) => ({
      change: { status: 'mediating', agreement: { ...kase.agreement!, round: kase.agreement!.round + 1, signed: {} }, items: [] },
      parts: reason ? [part('ending', { text: reason }, 'panel')] : [],
      tell: tellAll(ctx, kase, id),
    })),

  wantConfirmation: async ({ id, as }, ctx) =>
    inCase(ctx, { id, as }, 'wantConfirmation', ({ kase, side: acting }) => {
      const side = needSide(acting);
      ctx.insist(mayConfirm(kase, ctx.today));
      const wantedBy = [...new Set([...(kase.confirmation?.wantedBy ?? []), side])];
      return {
        change: { confirmation: { status: 'wanted', ...kase.confirmation, wantedBy } },
        tell: [...tellSide(kase, id, otherSide(side), 'caseYourTurn'), ...tellPanel(kase, id, 'caseMoved')],
      };
    }),

  recordConfirmation: async ({ id, status, on, text, court }, ctx) =>
    inCase(ctx, { id }, 'recordConfirmation', ({ kase }) => {
      if (status === 'handedIn') ctx.insist(mayConfirm(kase, on));
      return {
        change: { confirmation: { wantedBy: kase.confirmation?.wantedBy ?? [], status, on } },
        parts: [part('confirmation', { text, court }, 'shared')],
        tell: tellAll(ctx, kase, id),
      };
    }),

  failCase: async ({ id, reason }, ctx) =>
    inCase(ctx, { id }, 'failCase', ({ kase }) => ({
      change: ended(kase, 'failed', 'panel', ctx.now),
      parts: [part('ending', { text: reason }, 'panel')],
      tell: tellAll(ctx, kase, id),
    })),
};
