/** 体检 of a year: whose is due, who was there, how far the community has come. */
import type { Appointment } from '../../../types/health';
import type { SafetyContract } from '../../../types/safety';
import { ageOn } from '../../../types/time';
import { addressText, maskPhone } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { appointments } from '../collections';
import * as rules from '../rules/health';
import { isStaffOf } from '../rules/who';
import { settingsOf } from '../settings';

const PAGE = 100;
const WITHOUT = [...LIGHT, 'family'];
type Year = { year: number; age: number; after?: string };

const old = ({ year, age }: Year) => ({ status: 'living', birthDate: _.lte(rules.bornBy(year, age)) });

/** A page of the old enough, with what is known of them this year. */
async function waitingPage(ctx: Context, asked: Year) {
  const { year, after } = asked;
  const from = after ? { _id: _.gt(ctx.store.fullId(residents, after)) } : {};
  const [page, booked] = await Promise.all([
    ctx.store.find(residents, { ...old(asked), ...from }, { limit: PAGE, without: WITHOUT }),
    ctx.store.find(
      appointments,
      { year, ...(after ? { elderId: _.gt(after) } : {}) },
      { order: ['elderId'], limit: 1000, without: LIGHT },
    ),
  ]);
  const known = new Map<string, Stored<Appointment>>(booked.map(one => [one.elderId, one]));
  const people = page.filter(({ id }) => known.get(id)?.status !== 'done');
  return { people, known, next: page.length === PAGE ? page[PAGE - 1]?.id : undefined };
}

/** A page of those whose result of the year is there. */
async function donePage(ctx: Context, { year, after }: Year) {
  const from = after ? { elderId: _.gt(after) } : {};
  const page = await ctx.store.find(
    appointments,
    { year, status: 'done', ...from },
    { order: ['elderId'], limit: PAGE, without: LIGHT },
  );
  const ids = page.map(({ elderId }) => elderId);
  const people = await ctx.store.readAll(residents, ids, { without: WITHOUT });
  const known = new Map<string, Stored<Appointment>>(page.map(one => [one.elderId, one]));
  return { people, known, next: page.length === PAGE ? page[PAGE - 1]?.elderId : undefined };
}

export const checkUpYearHandlers: Pick<HandlersOf<SafetyContract>, 'checkUpDue'> = {
  async checkUpDue({ year, after, done }, ctx) {
    const { checkUpAge: age } = await settingsOf(ctx.store);
    const asked: Year = { year, age, ...(after ? { after } : {}) };
    const [{ people, known, next }, community, all, finished] = await Promise.all([
      done ? donePage(ctx, asked) : waitingPage(ctx, asked),
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.count(residents, old(asked)),
      ctx.store.count(appointments, { year, status: 'done' }),
    ]);
    const due = people
      .filter(({ address }) => isStaffOf(ctx.session, address))
      .map(elder => {
        const one = known.get(elder.id);
        return {
          elderId: elder.id,
          name: elder.name,
          age: ageOn(elder.birthDate, ctx.today),
          addressText: addressText(elder.address, community),
          phone: elder.phone && maskPhone(elder.phone),
          appointment: one && { id: one.id, day: one.day, status: one.status },
        };
      });
    due.sort((a, b) => Number(Boolean(a.appointment)) - Number(Boolean(b.appointment)));
    return { due, next, progress: { all, done: Math.min(all, finished) } };
  },
};
