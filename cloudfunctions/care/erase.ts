/** Taking a child out: a husk stays so that the books add up; names, health, pictures and codes go. */
import type { Child } from '../../types/care';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _, db } from '../_shared/database';
import { files } from '../_shared/files';
import { LIGHT } from '../_shared/store';
import { careAttendances, careChildren, careEnrolments, careHealth, careIncidents } from './collections';

const ERASED = '已删除';

/** The sealed health, gone for good. */
export async function dropHealth(ctx: Context, childId: string): Promise<void> {
  await ctx.store.author.guard;
  await db()
    .collection(careHealth.name)
    .where({ _id: ctx.store.fullId(careHealth, childId) })
    .remove();
}

/** Pictures of these days, out of the storage and out of the records. */
export async function dropPictures(
  ctx: Context,
  attendances: readonly { id: string; note?: { pictures: string[] } }[],
): Promise<number> {
  const having = attendances.filter(({ note }) => (note?.pictures.length ?? 0) > 0);
  for (const { id, note } of having) {
    for (const fileId of note?.pictures ?? []) await files.remove(fileId).catch(() => undefined);
    await ctx.store
      .at(`pictures:${id}`)
      .draft(careAttendances, id, { quiet: true })
      .save(current => (current?.note ? { doc: { ...current, note: { ...current.note, pictures: [] } } } : undefined));
  }
  return having.length;
}

/** Days and enrolments keep their numbers and lose the name; repeatable, in any order. */
export async function eraseTraces(ctx: Context, childId: string): Promise<void> {
  const [days, enrolments, incidents] = await Promise.all([
    ctx.store.findAll(careAttendances, { childId }, { without: LIGHT }),
    ctx.store.find(careEnrolments, { childId }, { limit: 200, without: LIGHT }),
    ctx.store.find(careIncidents, { childId }, { limit: 500, without: LIGHT }),
  ]);
  await dropPictures(ctx, days);
  await ctx.store.author.guard;
  const all = { communityId: ctx.store.communityId, childId };
  await db().collection(careAttendances.name).where(all).update({
    childName: ERASED,
    pinyin: _.remove(),
    temporaries: [],
    note: _.remove(),
    leave: _.remove(),
    explained: _.remove(),
  });
  if (enrolments.length > 0)
    await db().collection(careEnrolments.name).where(all).update({ childName: ERASED, pinyin: _.remove(), watchers: [] });
  if (incidents.length > 0) await db().collection(careIncidents.name).where(all).remove();
}

/** The child's own document first: from then on it is nobody's, whatever is left of the rest. */
export async function eraseChild(ctx: Context, child: Stored<Child>): Promise<void> {
  await ctx.store.draft(careChildren, child.id, { quiet: true }).save(current => {
    if (!current || current.status === 'erased') return undefined;
    const doc: Child = {
      name: ERASED,
      birthDate: current.birthDate,
      school: '',
      schoolClass: '',
      card: '',
      guardians: [],
      adults: [],
      consents: {},
      consentLog: [],
      hasHealth: false,
      guardianAccounts: [],
      adultAccounts: [],
      invitedPhones: [],
      status: 'erased',
    };
    return { doc };
  });
  await Promise.all([dropHealth(ctx, child.id), eraseTraces(ctx, child.id)]);
}
