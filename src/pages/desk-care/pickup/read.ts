/** What was typed at the pick-up counter, and to whom the child goes. Pure. */
import type { PickupMatch } from '../../../../types/care';

const DIGITS = 6;
const MOST = 20;

export type Asked =
  | { kind: 'code'; text: string }
  | { kind: 'name'; text: string }
  /** Too little to ask with; `left`: digits that are still missing. */
  | { kind: 'none'; left?: number };

/** Six digits, alone or out of a scanned text; two letters of pinyin; the beginning of a name. */
export function readAsked(typed: string): Asked {
  const text = typed.trim();
  const code = /(?:^|\D)(\d{6})(?:\D|$)/.exec(text.replace(/^(\d{3})[ -](\d{3})$/, '$1$2'))?.[1];
  if (code) return { kind: 'code', text: code };
  if (/^\d+$/.test(text)) return text.length < DIGITS ? { kind: 'none', left: DIGITS - text.length } : { kind: 'none' };
  const letters = text.toLowerCase().replace(/ /g, '');
  if (/^[a-z]+$/.test(letters)) return letters.length > 1 ? { kind: 'name', text: letters.slice(0, MOST) } : { kind: 'none' };
  return text === '' || /\d/.test(text) ? { kind: 'none' } : { kind: 'name', text: text.slice(0, MOST) };
}

/** The child that is meant: the only one, or the one that was tapped. */
export const currentOf = (matches: readonly PickupMatch[], openId: string | undefined): PickupMatch | undefined =>
  matches.find(each => each.id === openId) ?? (matches.length === 1 ? matches[0] : undefined);

export type Adult = PickupMatch['adults'][number];

/** Who was tapped; before that, whose code it is. Nobody who may not have the child, and nobody once it is gone. */
export function adultFor(match: PickupMatch, chosenId: string | undefined): Adult | undefined {
  if (match.status !== 'here') return undefined;
  const adult = match.adults.find(each => each.id === (chosenId ?? match.adultId));
  return adult?.authorised.ok ? adult : undefined;
}

/** A code proves its own adult alone; everybody else is looked at. */
export const proofFor = (match: PickupMatch, adultId: string, asked: Asked) =>
  asked.kind === 'code' && match.adultId === adultId ? ({ how: 'code', code: asked.text } as const) : ({ how: 'look' } as const);
