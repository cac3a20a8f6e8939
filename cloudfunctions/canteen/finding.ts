import { _ } from '../_shared/database';
import type { Filter } from '../_shared/store';

/** A prefix as an index can answer it. */
const startsWith = (text: string) => _.gte(text).and(_.lt(`${text}\uffff`));

/** A whole phone number, the tail of one or a card number by digits; pinyin (initials or full) by letters; else the beginning of a name. */
export function dinerFilter(text: string): Filter {
  const words = text.replace(/\s/g, '');
  if (/^\d{11}$/.test(words)) return { phone: words };
  if (/^\d+$/.test(words)) return _.or([{ phone: new RegExp(`${words}$`) }, { cardNo: words }] as never[]) as unknown as Filter;
  return /^[a-z]+$/i.test(words) ? { pinyin: new RegExp(`(^| )${words.toLowerCase()}`) } : { name: startsWith(words) };
}

/** Of those, whoever still lives here; a logic command must not be spread. */
export const alive = (filter: Filter): Filter => _.and([filter, { status: 'living' }] as never[]) as unknown as Filter;
