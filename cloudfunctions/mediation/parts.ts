/** Sealed parts: what is said in a case, at rest only as text that the key opens, bound to its place and its label. */
import type {
  AgreementContent,
  Case,
  Content,
  ContentOf,
  PartKind,
  PartRef,
  PartView,
  Standing,
  Visible,
} from '../../types/mediation';
import { contentSchemas } from '../../types/mediation';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { seal, unseal } from '../_shared/seal';
import { LIGHT, type Store } from '../_shared/store';
import { caseParts } from './collections';
import { digest } from './ids';
import { sees } from './rules/standing';
import { namesAt, partAt } from './where';

/** A part about to be written. */
export type NewPart = { [K in PartKind]: { kind: K; content: ContentOf<K>; visible: Visible } }[PartKind];
export const part = <K extends PartKind>(kind: K, content: ContentOf<K>, visible: Visible): NewPart =>
  ({ kind, content, visible }) as unknown as NewPart;

export type PartRow = Stored<{ caseId: string; kind: PartKind; visible: string; sealed: string; at: number }>;

const rowId = (caseId: string, id: string): string => `${caseId}:${id}`;

/** The same gesture writes the same parts. */
export const partIdOf = (ctx: Context, kind: PartKind, at: number): string =>
  `${kind}-${digest([ctx.store.author.requestId, ctx.session.accountId, String(at)], 12)}`;

/** Writes parts beside their case, which must then name them: only a named part counts. */
export async function putParts(
  ctx: Context,
  caseId: string,
  parts: readonly NewPart[],
  from: PartRef['from'],
  onBehalf: boolean,
): Promise<{ ref: PartRef; row: PartRow }[]> {
  return Promise.all(
    parts.map(async ({ kind, content, visible }, at) => {
      const id = partIdOf(ctx, kind, at);
      const checked = contentSchemas[kind].parse(content);
      const sealed = seal(checked, partAt(ctx.store.communityId, caseId, id, kind, visible));
      const fileId = kind === 'evidence' ? (checked as ContentOf<'evidence'>).fileId : undefined;
      const doc = { caseId, kind, visible, sealed, fileId, at: ctx.now };
      const row = await ctx.store.draft(caseParts, rowId(caseId, id), { quiet: true, fresh: true }).save(() => ({ doc }));
      return { ref: { id, kind, visible, at: ctx.now, from, onBehalf }, row };
    }),
  );
}

/** Images of signatures and of the seal are for the papers; a view carries only when they were given. */
export const IMAGES: PartKind[] = ['signature', 'seal'];

export const partRows = (store: Store, caseId: string, withImages = false): Promise<PartRow[]> =>
  store.find(caseParts, withImages ? { caseId } : { caseId, kind: _.nin(IMAGES) }, { without: LIGHT });

export const onePart = (store: Store, caseId: string, id: string): Promise<PartRow | undefined> =>
  store.read(caseParts, rowId(caseId, id));

/** The agreements of these cases, read by their ids. */
export function agreementRows(store: Store, of: readonly Stored<Case>[]): Promise<PartRow[]> {
  const ids = new Set(of.flatMap(({ id, agreement }) => (agreement ? [rowId(id, agreement.partId)] : [])));
  return ids.size ? store.readAll(caseParts, [...ids], { without: LIGHT }) : Promise.resolve([]);
}

/** What was agreed in this case, from those rows; an agreement is always for both sides. */
export function agreedIn(store: Store, kase: Stored<Case>, rows: readonly PartRow[]): AgreementContent | undefined {
  const partId = kase.agreement?.partId;
  const row = partId && rows.find(each => each.id === rowId(kase.id, partId));
  const opened = row && openPart(store, { id: partId, kind: 'agreement', visible: 'shared' }, row);
  return opened && opened.kind === 'agreement' ? opened.content : undefined;
}

export function openPart(
  store: Store,
  ref: Pick<PartRef, 'id' | 'kind' | 'visible'>,
  row: Pick<PartRow, 'caseId' | 'sealed'>,
): Content {
  const content = unseal<unknown>(row.sealed, partAt(store.communityId, row.caseId, ref.id, ref.kind, ref.visible));
  return { kind: ref.kind, content } as Content;
}

/** What somebody with this quality may read of the rows, in the order in which it came. */
export function readable(
  store: Store,
  kase: Stored<Case>,
  rows: readonly PartRow[],
  standing: Standing,
  opened: boolean,
): PartView[] {
  const byId = new Map(rows.map(row => [row.id, row]));
  return kase.parts
    .filter(ref => sees(ref.visible, standing, opened))
    .flatMap(ref => {
      const row = byId.get(rowId(kase.id, ref.id));
      return row ? [{ ...ref, ...openPart(store, ref, row) } as PartView] : [];
    });
}

/** `agents`: whoever acts for a side, by account. */
export type Names = { applicant: string; respondent: string; agents?: Record<string, string> };
export const sealNames = (store: Store, caseId: string, names: Names): string => seal(names, namesAt(store.communityId, caseId));
export const namesOf = (store: Store, kase: Pick<Stored<Case>, 'id' | 'names'>): Names =>
  unseal<Names>(kase.names, namesAt(store.communityId, kase.id));
