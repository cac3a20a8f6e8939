/** Menu craft: the library of dishes, plates that came back, which dishes are liked. */
import type { CanteenContract } from '../../../types/canteen';
import { monthRange } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { between, LIGHT } from '../../_shared/store';
import { dishes, mealSums, meals, plates } from '../collections';
import { isDishPhoto } from '../rules';
import { popularOf } from '../rulesDishes';

type Dishes = Pick<HandlersOf<CanteenContract>, 'dishLibrary' | 'saveDish' | 'retireDish' | 'logPlate' | 'popularDishes'>;

export const dishHandlers: Dishes = {
  async dishLibrary(_input, ctx) {
    const found = await ctx.store.find(dishes, {}, { limit: 500, without: LIGHT });
    return { dishes: found.sort((a, b) => a.name.localeCompare(b.name, 'zh')) };
  },

  /** A new dish has the id of its gesture, so that a repeated one is the same dish. */
  async saveDish({ id, ...fields }, ctx) {
    const { photo } = fields;
    if (photo?.startsWith('cloud://') && !isDishPhoto(photo, ctx.session.communityId)) ctx.refuse('NOT_OUR_PHOTO');
    const own = id ?? `d-${digest([ctx.session.accountId, ctx.store.author.requestId], 12)}`;
    return ctx.store.draft(dishes, own, { quiet: true, fresh: !id }).save(current => {
      if (id && !current) return ctx.refuse('NOT_FOUND');
      return { doc: { ...fields, retired: current?.retired ?? false } };
    });
  },

  async retireDish({ id, retired }, ctx) {
    return ctx.store.draft(dishes, id, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      return { doc: { ...current, retired } };
    });
  },

  async logPlate({ mealId, dishId, left }, ctx) {
    const meal = await ctx.store.need(meals, mealId);
    if (!meal.dishes.some(dish => dish.id === dishId)) ctx.refuse('UNKNOWN_DISH');
    const { requestId, guard } = ctx.store.author;
    await guard;
    const doc = { mealId, day: meal.day, dishId, left, at: ctx.now };
    const id = `${mealId}:${digest([ctx.session.accountId, requestId], 16)}`;
    await ctx.store.draft(plates, id, { quiet: true, fresh: true }).save(current => (current ? undefined : { doc }));
    return { done: true as const };
  },

  async popularDishes({ month }, ctx) {
    const { first, last } = monthRange(month);
    return { dishes: popularOf(await ctx.store.find(mealSums, { day: between(first, last) }, { without: LIGHT })) };
  },
};
