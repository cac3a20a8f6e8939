/** A deed on one alert: the alert and all who stand around it in one wave, the rules, one save, and the alert as the doer sees it. */
import type { Alert } from '../../types/alerts';
import type { Community, Resident } from '../../types/directory';
import type { AlertView } from '../../types/safetyAlertActions';
import type { SafetySettings } from '../../types/safetySettings';
import type { Assignment, Consent, Watch } from '../../types/watch';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { accounts, communities, residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import type { Tell } from '../_shared/tell';
import { alerts, assignments, consents, watches } from './collections';
import { subjectOf } from './ids';
import { canSeeAlert, isStaffOf } from './rules/who';
import { settingsOf } from './settings';
import { alertView } from './views';

export type Around = {
  elder?: Stored<Resident>;
  assignment?: Stored<Assignment>;
  consent?: Stored<Consent>;
  community?: Stored<Community>;
  watch?: Stored<Watch>;
  settings: SafetySettings;
};

/** The subject stands in the alert's id, so everything is read beside the alert. */
export async function aroundAlert(ctx: Context, id: string): Promise<Around> {
  const subjectId = subjectOf(id);
  const [elder, assignment, consent, community, watch, settings] = await Promise.all([
    ctx.store.read(residents, subjectId),
    ctx.store.read(assignments, subjectId),
    ctx.store.read(consents, subjectId),
    ctx.store.read(communities, ctx.store.communityId),
    ctx.store.read(watches, subjectId),
    settingsOf(ctx.store),
  ]);
  return { elder, assignment, consent, community, watch, settings };
}

/** Numbers of the relatives, for staff of the elder's part and the keeper; others need none. */
export async function phonesFor(ctx: Context, { elder, assignment }: Around): Promise<Map<string, string> | undefined> {
  const keeper = assignment?.active === true && assignment.keeper === ctx.session.accountId;
  if (!elder || !(keeper || isStaffOf(ctx.session, elder.address))) return undefined;
  const relatives = elder.family.filter(({ status }) => status === 'confirmed').map(({ accountId }) => accountId);
  const known = await ctx.store.readAll(accounts, relatives, { without: LIGHT });
  return new Map(known.flatMap(({ id, phone }) => (phone ? [[id, phone] as const] : [])));
}

/** An alert that this person may see, with what stands around it. @throws Refusal NOT_FOUND, NOT_YOUR_ALERT */
export async function seenAlert(ctx: Context<'NOT_YOUR_ALERT'>, id: string): Promise<{ alert: Stored<Alert>; around: Around }> {
  const [alert, around] = await Promise.all([ctx.store.need(alerts, id), aroundAlert(ctx, id)]);
  ctx.insist(canSeeAlert(alert, ctx.session, around));
  return { alert, around };
}

type Change = (alert: Stored<Alert>, around: Around) => { doc: Alert; tell?: readonly Tell[] } | undefined;

/** @param change asks the rules and says how the alert stands afterwards; may run again when somebody else wrote in between. */
export async function deed(ctx: Context<'NOT_YOUR_ALERT'>, id: string, change: Change): Promise<AlertView> {
  const draft = ctx.store.draft(alerts, id);
  const around = await aroundAlert(ctx, id);
  const [saved, phones] = await Promise.all([
    draft.save(alert => {
      if (!alert) return ctx.refuse('NOT_FOUND');
      ctx.insist(canSeeAlert(alert, ctx.session, around));
      return change(alert, around);
    }),
    phonesFor(ctx, around),
  ]);
  return alertView(saved, ctx.session, { ...around, phones }, ctx.now);
}

export const doer = (ctx: Context): { account: string; name: string } => ({
  account: ctx.session.accountId,
  name: ctx.session.name,
});
