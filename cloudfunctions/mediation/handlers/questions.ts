/** A first question without a name: staff see the words and a thread, never who asks. */
import type { MediationContract, Thread } from '../../../types/mediation';
import { DAY_MS } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { pseudonym, seal, unseal } from '../../_shared/seal';
import { LIGHT, Store } from '../../_shared/store';
import { message } from '../../_shared/tell';
import { firstQuestions } from '../collections';
import { digest } from '../ids';
import { HELP, speaksOfDanger } from '../rules/danger';
import { committeeOf } from '../tell';

type Questions = Pick<HandlersOf<MediationContract>, 'askFirst' | 'myQuestions' | 'questions' | 'answerFirst'>;
type Question = Stored<{
  key: string;
  to: string;
  at: number;
  urgent: boolean;
  status: 'asked' | 'answered';
  lines: { at: number; from: 'asker' | 'mediator'; sealed: string }[];
}>;

const A_DAY_MOST = 5;
const lineAt = (communityId: string, id: string, n: number): string[] => [communityId, id, 'line', String(n)];
const toAt = (communityId: string, id: string): string[] => [communityId, id, 'to'];

function threadOf(ctx: Context, question: Question): Thread {
  const { communityId } = ctx.store;
  const lines = question.lines.map(({ at, from, sealed }, n) => ({
    at,
    from,
    text: unseal<{ text: string }>(sealed, lineAt(communityId, question.id, n)).text,
  }));
  const { id, at, urgent, status } = question;
  return { id, at, urgent, status, lines, help: urgent ? HELP : undefined } as Thread;
}

/** The history of a question must not say who asked: it is written by the pseudonym. */
const unnamed = (ctx: Context, key: string): Store => Store.ofCommunity(ctx.store.communityId, { ...ctx.store.author, by: key });

export const questionHandlers: Questions = {
  async askFirst({ id, text, danger }, ctx) {
    const { communityId, accountId } = ctx.session;
    if (!communityId) ctx.refuse('JOIN_FIRST');
    const key = pseudonym([communityId, accountId]);
    const questionId = id ?? `q-${digest(['question', key, ctx.store.author.requestId], 16)}`;
    const draft = unnamed(ctx, key).draft(firstQuestions, questionId, { fresh: id === undefined });
    const [committee, today] = await Promise.all([
      committeeOf(ctx),
      ctx.store.count(firstQuestions, { key, at: _.gt(ctx.now - DAY_MS) }),
    ]);
    const saved = await draft.save(current => {
      if ((id !== undefined || current) && current?.key !== key) return ctx.refuse('NOT_FOUND');
      if (!current && today >= A_DAY_MOST) return ctx.refuse('TOO_MANY_QUESTIONS', { max: A_DAY_MOST });
      const before = current?.lines ?? [];
      if (before.length >= 40) ctx.refuse('TOO_MANY_QUESTIONS', { max: 40 });
      const urgent = (current?.urgent ?? false) || danger === true || speaksOfDanger(text);
      const sealed = seal({ text }, lineAt(communityId, questionId, before.length));
      const to = current?.to ?? seal(accountId, toAt(communityId, questionId));
      const doc = {
        key,
        to,
        at: current?.at ?? ctx.now,
        urgent,
        status: 'asked' as const,
        lines: [...before, { at: ctx.now, from: 'asker' as const, sealed }],
      };
      const kind = urgent ? ('caseUrgent' as const) : ('caseWaits' as const);
      return { doc, tell: committee.filter(each => each !== accountId).map(each => message(kind, each, {})) };
    });
    return threadOf(ctx, saved);
  },

  async myQuestions(_input, ctx) {
    if (!ctx.session.communityId) return { threads: [] };
    const key = pseudonym([ctx.session.communityId, ctx.session.accountId]);
    const found = await ctx.store.find(firstQuestions, { key }, { order: ['-at'], limit: 30, without: LIGHT });
    return { threads: found.map(question => threadOf(ctx, question)) };
  },

  async questions(_input, ctx) {
    const found = await ctx.store.find(firstQuestions, {}, { order: ['status', '-at'], limit: 60, without: LIGHT });
    return {
      threads: found
        .filter(({ status }) => status === 'asked')
        .concat(found.filter(({ status }) => status !== 'asked'))
        .map(question => threadOf(ctx, question)),
    };
  },

  async answerFirst({ id, text }, ctx) {
    const { communityId } = ctx.session;
    const saved = await ctx.store.draft(firstQuestions, id).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      const sealed = seal({ text }, lineAt(communityId, id, current.lines.length));
      const lines = [...current.lines, { at: ctx.now, from: 'mediator' as const, sealed }];
      const asker = unseal<string>(current.to, toAt(communityId, id));
      return { doc: { ...current, lines, status: 'answered' as const }, tell: [message('questionAnswered', asker, {})] };
    });
    return threadOf(ctx, saved);
  },
};
