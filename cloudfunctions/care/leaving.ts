/** Ending a place: for whoever changed class, whose consent is over, or whose child is no longer here. */
import type { CareClass, Child, Enrolment } from '../../types/care';
import type { MessageKind } from '../../types/messages';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { careEnrolments } from './collections';
import { daysAfterLeaving, isLive } from './rules/signup';
import { ofEnrolment } from './tell';

type Ending = { status: 'withdrawn' | 'ended'; reason: string; kind?: MessageKind };

/** Ends one enrolment, if it still stands; doing it twice is doing it once. */
export async function endEnrolment(
  ctx: Context,
  id: string,
  { status, reason, kind }: Ending,
  child: Child | undefined,
  cls: Pick<CareClass, 'name'> | undefined,
): Promise<void> {
  await ctx.store
    .at(`end:${id}`)
    .draft(careEnrolments, id)
    .save(current => {
      if (!current || !isLive(current)) return undefined;
      const left = { status, offerUntil: undefined, leftAt: ctx.now, reason, instead: undefined };
      const doc: Enrolment = { ...current, ...left, ...daysAfterLeaving(current, ctx.today) };
      return { doc, tell: kind && child && cls ? ofEnrolment(kind, child, doc, cls, ctx.now) : [] };
    })
    .catch(error => {
      if ((error as { code?: string }).code !== 'NOT_FOUND') throw error;
    });
}

/** Whoever changed class leaves the old one once the new place is there; a crash in between is made good by `moveWaitlists`. */
export async function leaveOld(
  ctx: Context,
  enrolment: Stored<Enrolment>,
  child: Child,
  cls: Pick<CareClass, 'name'>,
): Promise<void> {
  const { instead, status } = enrolment;
  // Only of this very child: an id of somebody else's enrolment ends nothing.
  if (status !== 'enrolled' || !instead?.endsWith(`:${enrolment.childId}`) || instead === enrolment.id) return;
  await endEnrolment(ctx, instead, { status: 'withdrawn', reason: `换到${cls.name}` }, child, cls);
  await ctx.store
    .at('swapped')
    .draft(careEnrolments, enrolment.id, { quiet: true })
    .save(current => (current?.instead === instead ? { doc: { ...current, instead: undefined } } : undefined));
}
