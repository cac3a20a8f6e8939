import type { Way } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import type { Week } from '../queries';
import { WAY_TEXT } from '../words';

const brought = ({ delivery }: Pick<Week, 'delivery'>, day: CivilDate): boolean =>
  delivery !== undefined && delivery.from <= day && (delivery.to === undefined || day <= delivery.to);

/** How this diner may take a meal of this day, as the server says it: brought only where staff granted it. */
export const waysFor = (week: Pick<Week, 'delivery'>, day: CivilDate): { value: Way; text: string }[] =>
  (brought(week, day) ? (['dineIn', 'pickup', 'delivery'] as const) : (['dineIn', 'pickup'] as const)).map(value => ({
    value,
    text: WAY_TEXT[value],
  }));
