import type { Order } from '../../types/canteen';
import type { Context } from '../_shared/context';
import { holderOf, placesIdOf, portions } from './rules';

/**
 * The seat of one diner at one meal, held for one round of booking. A round is booked once, so a seat that a cancelled order gives
 * back can never be the seat that the next booking has just taken.
 */
export class Seat {
  private readonly taken = new Set<number>();

  constructor(
    private readonly ctx: Pick<Context<'SOLD_OUT' | 'KITCHEN_CLOSED'>, 'places' | 'refuse'>,
    private readonly mealId: string,
    private readonly dinerId: string,
    private readonly count: number,
  ) {}

  /**
   * Claims for this round; claiming twice is claiming once.
   * @returns the number of the claim, for saying aloud; undefined when the seat was held already.
   */
  async take(round: number): Promise<number | undefined> {
    const claim = await this.ctx.places.claim(placesIdOf(this.mealId), this.holder(round), this.count);
    if (claim.taken === 'no') return this.ctx.refuse(claim.why === 'full' ? 'SOLD_OUT' : 'KITCHEN_CLOSED');
    if (claim.taken === 'before') return undefined;
    this.taken.add(round);
    return claim.issued;
  }

  private holder(round: number): string {
    return holderOf(this.dinerId, round, this.count);
  }

  /** A number for a seat that was held already: an earlier attempt claimed it and never came to write. */
  renumber(): Promise<number> {
    return this.ctx.places.issue(placesIdOf(this.mealId));
  }

  /**
   * Gives back what was taken here and belongs to a round that is over. A round is over when the order has passed it; as long as
   * there is no order, a rival may be about to write one for the very round taken here, so nothing is given back (the sweep does
   * it after two minutes, when no rival can be left).
   */
  async settle(order: Pick<Order, 'round' | 'status' | 'lines'> | undefined): Promise<void> {
    if (!order) return;
    const anothers = order.status === 'cancelled' || portions(order.lines) !== this.count;
    const over = (round: number) => round < order.round || (round === order.round && anothers);
    const spare = [...this.taken].filter(over);
    await Promise.all(spare.map(round => this.ctx.places.release(placesIdOf(this.mealId), this.holder(round), this.count)));
  }
}
