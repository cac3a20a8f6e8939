/** Degrees as typed: a number, nothing yet, or something that is no temperature. */
export function celsiusIn(text: string): number | undefined | 'wrong' {
  const typed = text.trim().replace('－', '-').replace('℃', '');
  if (typed === '') return undefined;
  return /^-?\d{1,2}(\.\d)?$/.test(typed) ? Number(typed) : 'wrong';
}
