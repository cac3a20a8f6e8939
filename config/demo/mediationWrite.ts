/** Writing a demo case: the register entry, and its parts sealed as the function seals them. */
import { seal } from '../../cloudfunctions/_shared/seal';
import { refOf } from '../../cloudfunctions/mediation/ids';
import { endOfDay } from '../../cloudfunctions/mediation/rules/clock';
import { namesAt, partAt } from '../../cloudfunctions/mediation/where';
import type { Case, ContentOf, MediationSettings, PartKind, PartRef, Side, Visible } from '../../types/mediation';
import type { Instant } from '../../types/time';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';

export type Said = { kind: PartKind; content: unknown; visible: Visible; from: PartRef['from']; at: Instant };
export const said = <K extends PartKind>(
  kind: K,
  content: ContentOf<K>,
  visible: Visible,
  from: PartRef['from'],
  at: Instant,
): Said => ({
  kind,
  content,
  visible,
  from,
  at,
});

export const resident = (residentId: string, unitId: string, room: string, accountId?: string): Side => ({
  residentId,
  agents: [],
  home: `${unitId}-${room}`,
  unitId,
  is: 'resident',
  ...(accountId ? { accountId } : {}),
});

type Empty = Omit<Case, 'ref' | 'names' | 'people' | 'parts'>;

export function emptyCase(
  settings: MediationSettings,
  appliedAt: Instant,
  kind: Case['kind'],
  applicant: Side,
  respondent: Side,
): Empty {
  return {
    kind,
    status: 'applied',
    source: 'self',
    wantsOpen: { applicant: false, respondent: false },
    danger: false,
    applicant,
    respondent,
    panel: [],
    ruledOut: [],
    appliedAt,
    decideBy: endOfDay(appliedAt, settings.acceptDays),
    extendedDays: 0,
    rights: {},
    sessions: [],
    items: [],
    followUps: [],
    joined: [],
    openings: [],
    told: {},
  };
}

export type Written = { rows: { cases: Row[]; caseParts: Row[] }; ids: string[] };

/** The case and its sealed parts as rows. */
export function write(into: Written, id: string, kase: Empty, names: [string, string], parts: readonly Said[]): void {
  const refs = parts.map(
    ({ kind, visible, from, at }, n): PartRef => ({ id: `${kind}-demo${n}`, kind, visible, at, from, onBehalf: false }),
  );
  const people = [kase.applicant, kase.respondent].flatMap(side => [side.accountId, side.residentId, ...side.agents]);
  const doc: Case = {
    ...kase,
    ref: refOf(id),
    names: seal({ applicant: names[0], respondent: names[1] }, namesAt(COMMUNITY, id)),
    people: [...people, ...kase.panel.map(member => member.accountId)].filter((key): key is string => key !== undefined),
    parts: refs,
  };
  into.rows.cases.push(row(COMMUNITY, here(id), doc));
  parts.forEach(({ kind, visible, content, at }, n) => {
    const ref = refs[n]!;
    const sealed = seal(content, partAt(COMMUNITY, id, ref.id, kind, visible));
    into.rows.caseParts.push(row(COMMUNITY, here(`${id}:${ref.id}`), { caseId: id, kind, visible, sealed, at }));
  });
}
