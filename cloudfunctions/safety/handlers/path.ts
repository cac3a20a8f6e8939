/** The alert path as family and staff see it, and testing it now. */
import type { SafetyContract } from '../../../types/safety';
import { dayOf } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import type { HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { reaches } from '../collections';
import { pathOf } from '../path';
import { canActFor } from '../rules/who';
import { testPerson } from '../testing';

type PathHandlers = Pick<HandlersOf<SafetyContract>, 'alertPath' | 'testPath'>;

export const pathHandlers: PathHandlers = {
  async alertPath({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, { people, nobody }] = await Promise.all([ctx.store.need(residents, id), pathOf(ctx, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    const tested = people.some(({ lastTest }) => lastTest && dayOf(lastTest.at) === ctx.today);
    return { people, nobody, may: { test: tested ? no('TESTED_TODAY') : yes } };
  },

  /** Each person's own document carries the test; somebody tested today already, for whichever elder, is left in peace. */
  async testPath({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    await ctx.store.author.guard;
    const [elder, path] = await Promise.all([ctx.store.need(residents, id), pathOf(ctx, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    const known = await ctx.store.readAll(reaches, path.accounts);
    const mine = known.some(({ history }) => history.some(({ requestId }) => requestId === ctx.store.author.requestId));
    if (mine) return { done: true as const };
    const today = known.filter(({ testedAt }) => testedAt !== undefined && dayOf(testedAt) === ctx.today).map(one => one.id);
    const everybody = path.people.map((person, i) => ({ account: path.accounts[i] ?? '', name: person.name }));
    const due = everybody.filter(({ account }) => account && !today.includes(account));
    if (due.length === 0) ctx.refuse('TESTED_TODAY');
    await Promise.all(due.map(person => testPerson(ctx, person, path.elderName)));
    return { done: true as const };
  },
};
