/** What the cook needs: the sheet on the glass and on paper, and stickers for the boxes. */
import type { CanteenContract } from '../../../types/canteen';
import type { CivilDate } from '../../../types/time';
import type { Context, HandlersOf } from '../../_shared/context';
import { communities } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { labelSheet, papers } from '../../_shared/papers';
import { LIGHT } from '../../_shared/store';
import { kitchenMeals, rounds } from '../collections';
import { labelOf, mealTitle, sheetPaper } from '../papers';
import { clashesOf } from '../rules';
import { emptyBook } from '../rulesKitchen';
import { settingsOf } from '../settings';
import { type Sheets, sheetsOf } from '../sheets';

type Kitchen = Pick<HandlersOf<CanteenContract>, 'kitchenSheet' | 'printSheet' | 'printLabels'>;

/** The one sheet of `day:period`. */
async function sheetOfMeal(ctx: Context<'NOTHING_TO_PRINT'>, mealId: string) {
  const { sheets, diners } = await sheetsOf(ctx.store, [mealId.slice(0, 10) as CivilDate]);
  const found: Sheets[number] = sheets.find(each => each.meal.id === mealId) ?? ctx.refuse('NOTHING_TO_PRINT');
  return { ...found, diners };
}

/** Which round of delivery an order goes with: 三网格 第 2 单 第 5 户. */
async function roundNames(ctx: Context, mealId: string): Promise<Map<string, string>> {
  const [made, community] = await Promise.all([
    ctx.store.find(rounds, { day: mealId.slice(0, 10) }, { without: LIGHT }),
    ctx.store.need(communities, ctx.session.communityId),
  ]);
  const ofMeal = made.filter(round => `${round.day}:${round.period}` === mealId);
  return new Map(
    ofMeal.flatMap(round => {
      const grid = community.grids.find(each => each.id === round.gridId)?.name ?? '';
      return round.stops.map(({ orderId }, i) => [orderId, `${grid} 第 ${round.n} 单 第 ${i + 1} 户`] as const);
    }),
  );
}

export const kitchenHandlers: Kitchen = {
  async kitchenSheet({ days }, ctx) {
    const { sheets } = await sheetsOf(ctx.store, days);
    return { now: ctx.now, meals: sheets.map(each => each.sheet) };
  },

  /** The moment of printing is kept before the file is made: what comes in between is then marked, not lost. */
  async printSheet({ mealId }, ctx) {
    const draft = ctx.store.draft(kitchenMeals, mealId, { quiet: true });
    const [{ meal, sheet }, { name }, press] = await Promise.all([sheetOfMeal(ctx, mealId), settingsOf(ctx.store), papers()]);
    await draft.save(current => {
      const book = current ?? emptyBook(meal.day, meal.period);
      return { doc: { ...book, printedAt: ctx.now, printedByName: ctx.session.name } };
    });
    const pdf = await press.makePdf(sheetPaper(name, sheet, ctx.now));
    return { url: await handOut(ctx, 'pdf', pdf), name: `${mealTitle(meal)} 备餐单.pdf` };
  },

  async printLabels({ mealId, ways, pack, skip }, ctx) {
    const [{ meal, orders, diners }, roundOf, press] = await Promise.all([
      sheetOfMeal(ctx, mealId),
      roundNames(ctx, mealId),
      papers(),
    ]);
    const wanted = orders.filter(order => order.status !== 'cancelled' && ways.includes(order.way));
    if (wanted.length === 0) ctx.refuse('NOTHING_TO_PRINT');
    const labels = wanted
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map(order => {
        const eater = diners.get(order.dinerId);
        const plates = meal.dishes.filter(dish => order.lines.some(line => line.dishId === dish.id));
        const clashes = eater ? [...new Set(plates.flatMap(dish => clashesOf(dish, eater)))] : order.clashes;
        return labelOf(order, clashes, roundOf.get(order.id));
      });
    const title = `${mealTitle(meal)} 标签`;
    const pdf = await press.makePdf(labelSheet(title, labels, { pack, skip }));
    return { url: await handOut(ctx, 'pdf', pdf), name: `${title}.pdf` };
  },
};
