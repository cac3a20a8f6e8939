/** Who is in a class, told to the notices when it changed. */
import type { CareClass, Child } from '../../types/care';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { digest } from '../_shared/digest';
import { LIGHT } from '../_shared/store';
import { event } from '../_shared/tell';
import { careChildren, careClasses, careEnrolments } from './collections';
import { isOnRoll } from './rules/signup';

/** Who is in a class, as the notices address them: the guardians that live here, or the child itself. */
export async function tellGroup(ctx: Context, cls: Stored<CareClass>): Promise<number> {
  const gone = cls.status === 'ended' || cls.term.last < ctx.today;
  const members = gone
    ? []
    : await ctx.store.findAll(careEnrolments, { classId: cls.id, to: _.gte(ctx.today) }, { without: LIGHT });
  const ids = members.filter(each => each.status === 'enrolled' || isOnRoll(each, ctx.today)).map(({ childId }) => childId);
  const children = await ctx.store.readAll(careChildren, ids, { without: LIGHT });
  const residentIds = [...new Set(children.flatMap(addressed))].sort().slice(0, 1000);
  const print = digest([cls.name, String(gone), ...residentIds], 16);
  if (print === cls.group.digest || (cls.group.revision === 0 && residentIds.length === 0)) return 0;
  await ctx.store
    .at(`group:${cls.id}`)
    .draft(careClasses, cls.id)
    .save(current => {
      if (!current || current.group.digest === print) return undefined;
      const group = { revision: current.group.revision + 1, digest: print };
      const told = { groupId: cls.id, kind: 'careClass' as const, name: cls.name, revision: group.revision, residentIds, gone };
      return { doc: { ...current, group }, tell: [event('group.changed', told)] };
    });
  return 1;
}

const addressed = (child: Child): string[] => {
  const guardians = child.guardians.flatMap(each => (each.status === 'confirmed' && each.residentId ? [each.residentId] : []));
  return guardians.length > 0 ? guardians : child.residentId ? [child.residentId] : [];
};
