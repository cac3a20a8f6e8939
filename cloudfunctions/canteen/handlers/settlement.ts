/** Settlement: the month worked out, submitted, exported, published. */
import type { CanteenContract, Claim, SettlementContract, Statement, StatementView } from '../../../types/canteen';
import type { CivilDate } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import { insertAll } from '../../_shared/bulk';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { newId } from '../../_shared/draft';
import { handOut } from '../../_shared/handout';
import { statementRows, statements } from '../collections';
import { type Correction, maySubmit, monthBefore } from '../rulesSettlement';
import { settingsOf } from '../settings';
import { allStatements, batchOf, type Meal, mealsOf, namesOf, type OpenMonth, openMonth, rowsOf } from '../settlement';
import { settlementWorkbook } from '../settlementWorkbook';
import { trialOf } from '../trial';

type Settlement = Pick<HandlersOf<CanteenContract>, keyof SettlementContract['actions']>;

const A_PAGE = 100;

type Standing = { own: Stored<Statement> | undefined; last: Stored<Statement> | undefined; earlierOpen: boolean };

/** Whether this month, the one before and any earlier one were submitted. */
function standingOf(all: readonly Stored<Statement>[], month: string): Standing {
  const of = (wanted: string) => all.find(statement => statement.month === wanted);
  const last = of(monthBefore(month));
  return { own: of(month), last, earlierOpen: !last && all.some(statement => statement.month < month) };
}

const correctionView = (correction: Correction, meals: ReadonlyMap<string, Meal>, names: OpenMonth['names']) => ({
  orderId: correction.orderId,
  day: correction.day,
  dinerName: meals.get(correction.orderId)?.dinerName ?? '',
  ruleName: names.get(correction.ruleId)?.name ?? correction.ruleId,
  funder: names.get(correction.ruleId)?.funder ?? '',
  was: correction.was,
  is: correction.is,
});

const byId = (meals: readonly Meal[]): Map<string, Meal> => new Map(meals.map(meal => [meal.id, meal]));
const dinersIn = (claims: readonly Claim[]): number => new Set(claims.map(claim => claim.dinerId)).size;

/** A statement with the rows behind it. */
type Made = { view: StatementView; claims: Claim[]; meals: Map<string, Meal> };

function ofOpen(month: string, open: OpenMonth, { earlierOpen }: Standing, today: CivilDate): Made {
  const before = byId(open.before);
  const view: StatementView = {
    month,
    lines: open.lines,
    total: open.total,
    diners: dinersIn(open.claims),
    notEaten: open.meals.filter(meal => meal.status === 'booked' && meal.day < today).length,
    corrections: open.corrections.map(each => correctionView(each, before, open.names)),
    may: { submit: maySubmit({ month, lines: open.lines, submitted: false, earlierOpen }, today), publish: no('NOT_SUBMITTED') },
  };
  return { view, claims: open.claims, meals: byId(open.meals) };
}

/** As it was submitted; a correction says by how much, its order may have changed again since. */
async function ofSubmitted(ctx: Context, own: Stored<Statement>): Promise<Made> {
  const { month, lines, total } = own;
  const [claims, corrections, found, before] = await Promise.all([
    rowsOf(ctx.store, own, 'r'),
    rowsOf(ctx.store, own, 'c'),
    mealsOf(ctx.store, month),
    own.correctionParts ? mealsOf(ctx.store, monthBefore(month)) : [],
  ]);
  const names = namesOf([], lines);
  const view: StatementView = {
    month,
    submitted: { at: own.submittedAt, byName: own.submittedByName, publishedAt: own.publishedAt },
    lines,
    total,
    diners: dinersIn(claims),
    notEaten: found.filter(meal => meal.status === 'booked').length,
    corrections: corrections.map(row => correctionView({ ...row, was: 0, is: row.amount }, byId(before), names)),
    may: {
      submit: maySubmit({ month, lines, submitted: true, earlierOpen: false }, ctx.today),
      publish: own.publishedAt === undefined ? yes : no('ALREADY_PUBLISHED'),
    },
  };
  return { view, claims, meals: byId(found) };
}

async function statementOf(ctx: Context, month: string): Promise<Made> {
  const standing = standingOf(await allStatements(ctx.store), month);
  if (standing.own) return ofSubmitted(ctx, standing.own);
  return ofOpen(month, await openMonth(ctx.store, month, standing.last), standing, ctx.today);
}

export const settlementHandlers: Settlement = {
  settlement: async ({ month }, ctx) => (await statementOf(ctx, month)).view,

  async settlementRows({ month, ruleId, after }, ctx) {
    const { claims, meals } = await statementOf(ctx, month);
    const all = claims.filter(claim => claim.ruleId === ruleId).sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
    const from = after ? all.findIndex(claim => claim.orderId > after) : 0;
    const page = from < 0 ? [] : all.slice(from, from + A_PAGE);
    const rows = page.flatMap(({ orderId, day, amount }) => {
      const meal = meals.get(orderId);
      if (!meal) return [];
      const { period, number, dinerName, redeemedAt, price } = meal;
      return [{ orderId, day, period, number, dinerName, redeemedAt, amount, due: price.due, selfPay: price.selfPay }];
    });
    return { rows, next: from + A_PAGE < all.length ? page[page.length - 1]?.orderId : undefined };
  },

  /** The rows first, under a name of this attempt; the statement that names them after. A crash in between leaves rows that nobody counts. */
  async submitSettlement({ month, total }, ctx) {
    const draft = ctx.store.draft(statements, month, { quiet: true });
    const standing = standingOf(await allStatements(ctx.store), month);
    await draft.save(async current => {
      const state = { month, submitted: current !== undefined, earlierOpen: standing.earlierOpen };
      if (current) ctx.insist(maySubmit({ ...state, lines: current.lines }, ctx.today));
      const open = await openMonth(ctx.store, month, standing.last);
      ctx.insist(maySubmit({ ...state, lines: open.lines }, ctx.today));
      if (open.total !== total) ctx.refuse('SETTLEMENT_CHANGED');
      const batch = newId('s');
      const rows = batchOf(batch, 'r', open.claims);
      const corrections = batchOf(
        batch,
        'c',
        open.corrections.map(({ was, is, ...claim }) => ({ ...claim, amount: is - was })),
      );
      await insertAll(ctx.store, statementRows, [...rows, ...corrections], 10);
      const doc: Statement = {
        month,
        lines: open.lines,
        total,
        batch,
        rowParts: rows.length,
        correctionParts: corrections.length,
        submittedAt: ctx.now,
        submittedBy: ctx.session.accountId,
        submittedByName: ctx.session.name,
      };
      return { doc };
    });
    return { done: true as const };
  },

  async exportSettlement({ month }, ctx) {
    const { view, claims, meals } = await statementOf(ctx, month);
    if (view.lines.length === 0) ctx.refuse('NOTHING_TO_SETTLE');
    const { name } = await settingsOf(ctx.store);
    const book = await settlementWorkbook(view, claims, meals);
    return { url: await handOut(ctx, 'xlsx', book), name: `${name}-补贴结算-${month}.xlsx` };
  },

  async publishSettlement({ month }, ctx) {
    await ctx.store.draft(statements, month, { quiet: true }).save(statement => {
      if (!statement) return ctx.refuse('NOT_SUBMITTED');
      if (statement.publishedAt !== undefined) ctx.refuse('ALREADY_PUBLISHED');
      return { doc: { ...statement, publishedAt: ctx.now } };
    });
    return { done: true as const };
  },

  previewSubsidies: ({ month, rules, stack }, ctx) => trialOf(ctx.store, month, { subsidyRules: rules, subsidiesStack: stack }),

  async settlementTotals(_input, ctx) {
    const published = (await allStatements(ctx.store)).filter(statement => statement.publishedAt !== undefined);
    return {
      months: published.map(({ month, publishedAt, lines, total }) => {
        const funders = new Map<string, { funder: string; meals: number; amount: number }>();
        for (const line of lines) {
          const sum = funders.get(line.funder) ?? { funder: line.funder, meals: 0, amount: 0 };
          sum.meals += line.meals;
          sum.amount += line.amount + line.corrected;
          funders.set(line.funder, sum);
        }
        return { month, publishedAt: publishedAt!, funders: [...funders.values()], total };
      }),
    };
  },
};
