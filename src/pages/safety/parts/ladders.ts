/** 升级链 of one elder while it is being changed: which kinds have their own, and in which order the relatives are called. */
import type { AlertKind, AlertLadder, ElderLadders } from '../../../../types/safety';
import { draftOf, FIRST_TURN, type LadderDraft, type RungDraft, readLadder, type Wrong } from '../../desk/safety/ladder';

export interface OwnDraft {
  /** Kinds that are called otherwise than in the rest of the community. */
  own: Partial<Record<AlertKind, LadderDraft>>;
  /** Keys of relatives, who is called first; absent: as they were bound. */
  family?: string[];
}
type Ladders = Partial<Record<AlertKind, AlertLadder>>;

const kindsOf = (of: Ladders): AlertKind[] => Object.keys(of) as AlertKind[];
const drafted = (ladders: Ladders): OwnDraft['own'] =>
  Object.fromEntries(kindsOf(ladders).map(kind => [kind, draftOf(ladders[kind] as AlertLadder)]));

export const ownDraftOf = ({ kinds, family, ordered }: ElderLadders): OwnDraft => ({
  own: drafted(Object.fromEntries(kinds.filter(({ own }) => own).map(({ kind, ladder }) => [kind, ladder]))),
  ...(ordered ? { family: family.map(({ key }) => key) } : {}),
});

/** What the family would like, ready to be looked over and saved. */
export const proposedDraft = ({ ladders, family }: NonNullable<ElderLadders['proposal']>): OwnDraft => ({
  own: drafted(ladders),
  ...(family.length > 0 ? { family } : {}),
});

export const withOwn = (draft: OwnDraft, kind: AlertKind, ladder: LadderDraft): OwnDraft => ({
  ...draft,
  own: { ...draft.own, [kind]: ladder },
});

/** Back to what the community does. */
export function withoutOwn(draft: OwnDraft, kind: AlertKind): OwnDraft {
  const { [kind]: _gone, ...own } = draft.own;
  return { ...draft, own };
}

/** The relatives as they would be called now: those who were ordered, then the rest as they were bound. */
export function familyIn(draft: OwnDraft, family: ElderLadders['family']): ElderLadders['family'] {
  const order = draft.family ?? [];
  const place = ({ key }: { key: string }) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...family].sort((a, b) => place(a) - place(b));
}

/** One relative a place earlier. */
export function moved(draft: OwnDraft, family: ElderLadders['family'], key: string): OwnDraft {
  const keys = familyIn(draft, family).map(each => each.key);
  const at = keys.indexOf(key);
  const before = keys[at - 1];
  if (before === undefined) return draft;
  keys[at - 1] = key;
  keys[at] = before;
  return { ...draft, family: keys };
}

/** Every step that calls the family: one after the other, or all at once. Steps of others stay. */
export function inTurn(draft: OwnDraft, { kinds }: ElderLadders, one: boolean): OwnDraft {
  const own = { ...draft.own };
  for (const { kind, ladder } of kinds) {
    const now = own[kind] ?? draftOf(ladder);
    const rungs = now.rungs.map(({ oneByOne, ...rung }): RungDraft => {
      if (!rung.who.includes('family')) return { ...rung, ...(oneByOne === undefined ? {} : { oneByOne }) };
      return one ? { ...rung, oneByOne: oneByOne ?? FIRST_TURN } : rung;
    });
    if (rungs.some((rung, i) => rung.oneByOne !== now.rungs[i]?.oneByOne)) own[kind] = { ...now, rungs };
  }
  return { ...draft, own };
}

/** @returns what is saved, and what is wrong with which line; empty when all is well */
export function readOwn({ own, family = [] }: OwnDraft): { input: { ladders: Ladders; family: string[] }; wrong: Wrong } {
  const wrong: Wrong = {};
  const kinds = Object.keys(own) as AlertKind[];
  const ladders = Object.fromEntries(kinds.map(kind => [kind, readLadder(own[kind] as LadderDraft, kind, wrong)]));
  return { input: { ladders, family }, wrong };
}
