/** Numbers people look at, from kept sums: a month is read as some sixty small documents, never as nine thousand orders. */
import type { CanteenContract, DishSum, MealSum } from '../../../types/canteen';
import { addDays, civilDate, daysFrom, monthRange } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { files } from '../../_shared/files';
import { handOut } from '../../_shared/handout';
import { papers } from '../../_shared/papers';
import { between, LIGHT } from '../../_shared/store';
import { clockwork } from '../../_shared/timer';
import { dishes, mealSums } from '../collections';
import { kitchenOf } from '../kitchenSettings';
import { numbersReport } from '../papersNumbers';
import { popularOf } from '../rulesDishes';
import { numbersOf } from '../rulesNumbers';
import { settingsOf } from '../settings';
import { eachCommunity } from '../steps';
import { keepSums } from '../sums';

type NumbersActions = Pick<HandlersOf<CanteenContract>, 'numbers' | 'numbersPaper' | 'sumMeals' | 'sumMonths'>;

const sumsOf = (ctx: Context, month: string): Promise<Stored<MealSum>[]> => {
  const { first, last } = monthRange(month);
  return ctx.store.find(mealSums, { day: between(first, last) }, { without: LIGHT });
};

/** Pictures on the month's paper. */
const PICTURES = 4;
/** Days worked out in one go: some two thousand orders. */
const DAYS_A_STEP = 7;

/** Photos of the dishes people ate most, as far as the kitchen has taken any. */
async function photosOf(ctx: Context, popular: readonly DishSum[]) {
  const library = await ctx.store.find(dishes, {}, { limit: 500, without: LIGHT });
  const pictured = popular
    .flatMap(dish => {
      const photo = library.find(each => each.name === dish.name)?.photo;
      return photo?.startsWith('cloud://') ? [{ dish, photo }] : [];
    })
    .slice(0, PICTURES);
  return Promise.all(
    pictured.map(async ({ dish, photo }) => ({ bytes: await files.get(photo), caption: `${dish.name} ${dish.portions} 份` })),
  );
}

export const numberHandlers: NumbersActions = {
  /** One wave: the sums of the month, the settings, when the sums were last worked out. */
  async numbers({ month }, ctx) {
    const [sums, settings, clock] = await Promise.all([
      sumsOf(ctx, month),
      kitchenOf(ctx.store),
      ctx.store.read(clockwork, 'canteen'),
    ]);
    const ran = clock?.ran.sumMeals;
    return { ...numbersOf(month, sums, settings), ...(ran ? { countedAt: (ran - 1) as typeof ctx.now } : {}) };
  },

  async numbersPaper({ month }, ctx) {
    const [sums, settings, { name }, press] = await Promise.all([
      sumsOf(ctx, month),
      kitchenOf(ctx.store),
      settingsOf(ctx.store),
      papers(),
    ]);
    if (sums.length === 0) ctx.refuse('NOTHING_TO_PRINT');
    const popular = popularOf(sums);
    const pictures = await photosOf(ctx, popular);
    const pdf = await press.makePdf(numbersReport(name, numbersOf(month, sums, settings), popular, pictures));
    return { url: await handOut(ctx, 'pdf', pdf), name: `${name}-${month}-用餐数据.pdf` };
  },

  async sumMeals(_input, ctx) {
    const days = daysFrom(addDays(ctx.today, -1), 3);
    return { meals: await eachCommunity(ctx, there => keepSums(there, days)) };
  },

  async sumMonths(_input, ctx) {
    const before = addDays(civilDate(`${ctx.today.slice(0, 7)}-01`), -1).slice(0, 7);
    const { first } = monthRange(before);
    let changed = 0;
    for (let day = first; day <= ctx.today; day = addDays(day, DAYS_A_STEP))
      changed += await eachCommunity(ctx, there => keepSums(there, daysFrom(day, DAYS_A_STEP)));
    return { meals: changed };
  },
};
