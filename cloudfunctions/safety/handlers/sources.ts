/** Where alerts come from when a person raises them: the elder's button, staff, a drill. */
import type { SafetyContract } from '../../../types/safety';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { aroundAlert } from '../deed';
import { isPhoto } from '../photos';
import { type Report, raise } from '../raise';
import { canActFor, canKeep, isSelf, isStaffOf } from '../rules/who';
import { settingsOf } from '../settings';
import { alertView } from '../views';

type Sources = Pick<HandlersOf<SafetyContract>, 'sos' | 'raiseAlert' | 'startDrill'>;

/** Raised by a person, as the person then sees it. The gesture names the report, so a second sending is the same one. */
async function raisedBy(ctx: Context, report: Omit<Report, 'cause'>) {
  await ctx.store.author.guard;
  const alert = await raise(ctx, { ...report, cause: `${ctx.store.author.action}:${ctx.store.author.requestId}`.slice(0, 120) });
  return alertView(alert, ctx.session, await aroundAlert(ctx, alert.id), ctx.now);
}

export const sourceHandlers: Sources = {
  async sos({ elderId, place, words }, ctx) {
    const subjectId = elderId ?? ctx.session.residentId;
    if (!subjectId) return ctx.refuse('NOT_A_RESIDENT');
    const elder = await ctx.store.need(residents, subjectId);
    ctx.insist(canActFor(ctx.session, elder));
    const self = isSelf(ctx.session, elder);
    const staff = !self && isStaffOf(ctx.session, elder.address);
    const source = self ? 'button' : staff ? 'staff' : 'family';
    const by = self ? undefined : `${ctx.session.name}代报`;
    return raisedBy(ctx, { kind: 'sos', subjectId, source, place, facts: words ? [words] : [], held: self, by });
  },

  async raiseAlert({ kind, elderId, ...more }, ctx) {
    if (more.photo !== undefined && !isPhoto(more.photo, ctx.session.communityId)) ctx.refuse('BAD_INPUT');
    const elder = await ctx.store.need(residents, elderId);
    ctx.insist(canKeep(ctx.session, elder.address));
    return raisedBy(ctx, { ...more, kind, subjectId: elderId, source: 'staff', by: `${ctx.session.name}报告` });
  },

  async startDrill({ elderId, kind }, ctx) {
    const [elder, settings] = await Promise.all([ctx.store.need(residents, elderId), settingsOf(ctx.store)]);
    ctx.insist(canKeep(ctx.session, elder.address));
    if (settings.drillVolunteers.length === 0) ctx.refuse('NO_VOLUNTEERS');
    const facts = ['演练，请按真的一样做'];
    return raisedBy(ctx, { kind, subjectId: elderId, source: 'staff', facts, drill: true, by: `${ctx.session.name}发起演练` });
  },
};
