/** Pictures and incidents: shown while the consent holds, to those who may, and what is sealed is logged. */
import { type CareContract, INCIDENT_KINDS } from '../../../types/care';
import type { HandlersOf } from '../../_shared/context';
import { files } from '../../_shared/files';
import { unseal } from '../../_shared/seal';
import { careAttendances, careChildren, careIncidents } from '../collections';
import { logRead } from '../log';
import { holdsNow } from '../rules/consent';
import { readAttendanceId } from '../rules/ids';
import { guardianOf, maySee } from '../rules/who';
import { insistOnDuty } from './consents';

type Showing = Pick<HandlersOf<CareContract>, 'pictures' | 'incident'>;

export const incidentWhere = (communityId: string, incidentId: string): string[] => ['care', communityId, 'incident', incidentId];

export const showingHandlers: Showing = {
  async pictures({ attendanceId }, ctx) {
    const childId = readAttendanceId(attendanceId)?.childId;
    const [child, attendance] = await Promise.all([
      childId ? ctx.store.read(careChildren, childId) : undefined,
      ctx.store.read(careAttendances, attendanceId),
    ]);
    ctx.insist(maySee(child, ctx.session));
    const shown = child && holdsNow(child, 'pictures', ctx.today) ? (attendance?.note?.pictures ?? []) : [];
    const urls = await files.addresses(shown);
    return { urls: shown.flatMap(id => urls[id] ?? []) };
  },

  async incident({ id }, ctx) {
    const found = await ctx.store.read(careIncidents, id);
    const child = found && (await ctx.store.read(careChildren, found.childId));
    if (!found || !child || !maySee(child, ctx.session).ok) return ctx.refuse('NOT_YOUR_CHILD');
    if (!guardianOf(child, ctx.session)) {
      await insistOnDuty(ctx);
      await logRead(ctx, [child.id], 'incident');
    }
    const text = unseal<string>(found.sealed, incidentWhere(ctx.session.communityId, id));
    const { day, kind, byName, at } = found;
    return { childName: child.name, day, kind: INCIDENT_KINDS.find(each => each === kind) ?? 'other', text, byName, at };
  },
};
