/** One alert: seeing it, taking it, going, ending it. */
import type { SafetyContract } from '../../../types/safety';
import type { HandlersOf } from '../../_shared/context';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { circleFrom, momentOf, surroundingOf } from '../circle';
import { reaches } from '../collections';
import { deed, doer, phonesFor, seenAlert } from '../deed';
import { unitsOfCode } from '../doors';
import { kindOf, personKey, subjectOf } from '../ids';
import { isPhoto, photoFolder } from '../photos';
import * as rules from '../rules/alert';
import * as changes from '../rules/changes';
import { fire, page, peopleOf, released } from '../rules/ladder';
import { callOf, endOf, handOverOf } from '../tell';
import { alertView } from '../views';

type Alerts = Pick<
  HandlersOf<SafetyContract>,
  | 'alert'
  | 'releaseSos'
  | 'cancelSos'
  | 'acknowledge'
  | 'goNow'
  | 'arrive'
  | 'candidates'
  | 'handOver'
  | 'comment'
  | 'sayFine'
  | 'resolve'
  | 'photoTicket'
  | 'photos'
  | 'tellNotifications'
>;

export const alertHandlers: Alerts = {
  async alert({ id }, ctx) {
    const { alert, around } = await seenAlert(ctx, id);
    return alertView(alert, ctx.session, { ...around, phones: await phonesFor(ctx, around) }, ctx.now);
  },

  async releaseSos({ id }, ctx) {
    const reading = surroundingOf(ctx.store, subjectOf(id), kindOf(id));
    reading.catch(() => undefined);
    const surrounding = await reading;
    return deed(ctx, id, (alert, { community, settings }) => {
      if (alert.open && alert.status !== 'held') return undefined;
      ctx.insist(rules.canRelease(alert));
      const circle = circleFrom(surrounding, alert, ctx.now);
      const fired = fire(released(alert, ctx.now), circle, momentOf(settings, ctx.now));
      return { doc: fired.alert, tell: callOf(fired.alert, id, fired.calling, community) };
    });
  },

  cancelSos: ({ id }, ctx) =>
    deed(ctx, id, alert => {
      ctx.insist(rules.canCancel(alert, ctx.now));
      return { doc: changes.cancelled(alert, doer(ctx), ctx.now) };
    }),

  acknowledge: ({ id }, ctx) =>
    deed(ctx, id, (alert, { elder, settings }) => {
      if (alert.status === 'acknowledged' && alert.responder?.account === ctx.session.accountId) return undefined;
      ctx.insist(rules.canAcknowledge(alert, ctx.session, elder));
      return { doc: changes.acknowledged(alert, doer(ctx), ctx.now, settings.ackMinutes) };
    }),

  goNow: ({ id }, ctx) =>
    deed(ctx, id, (alert, { elder, settings }) => {
      ctx.insist(rules.canGo(alert, ctx.session, elder));
      return { doc: changes.going(alert, doer(ctx), ctx.now, settings.wayMinutes) };
    }),

  async arrive({ id, doorCode }, ctx) {
    const units = doorCode === undefined ? [] : await unitsOfCode(ctx.store, doorCode);
    return deed(ctx, id, (alert, { settings }) => {
      ctx.insist(rules.canArrive(alert, ctx.session));
      if (doorCode !== undefined && !units.some(unitId => unitId === alert.address?.unitId)) ctx.refuse('WRONG_DOOR');
      return { doc: changes.arrived(alert, doer(ctx), ctx.now, settings.wayMinutes, doorCode !== undefined) };
    });
  },

  async candidates({ id }, ctx) {
    const [{ alert }, surrounding] = await Promise.all([seenAlert(ctx, id), surroundingOf(ctx.store, subjectOf(id), kindOf(id))]);
    const circle = circleFrom(surrounding, alert, ctx.now);
    const everybody = peopleOf(['keeper', 'gridStaff', 'unitLead', 'buildingLead', 'duty', 'family', 'office'], circle);
    const people = everybody.filter(({ account }) => account && account !== alert.responder?.account);
    return { people: people.map(({ account, name, as }) => ({ key: personKey(account ?? ''), name, as })) };
  },

  async handOver({ id, key, words = '' }, ctx) {
    const surrounding = await surroundingOf(ctx.store, subjectOf(id), kindOf(id));
    return deed(ctx, id, (alert, { community, settings }) => {
      ctx.insist(rules.canHandOver(alert, ctx.session));
      const circle = circleFrom(surrounding, alert, ctx.now);
      const everybody = peopleOf(['keeper', 'gridStaff', 'unitLead', 'buildingLead', 'duty', 'family', 'office'], circle);
      const person = everybody.find(({ account }) => account && personKey(account) === key);
      if (!person?.account) return ctx.refuse('NOT_A_HELPER');
      const to = { account: person.account, name: person.name };
      const moved = changes.handedOver(alert, ctx.session.name, to, ctx.now, settings.ackMinutes, words);
      const { paged, refs } = page(moved.paged, [person], ctx.now);
      const doc = { ...moved, paged };
      return { doc, tell: handOverOf(doc, id, refs, ctx.session.name, community) };
    });
  },

  comment: ({ id, text, photo }, ctx) =>
    deed(ctx, id, alert => {
      if (photo === undefined ? text === undefined : !isPhoto(photo, ctx.session.communityId)) ctx.refuse('BAD_INPUT');
      return { doc: changes.commented(alert, ctx.session.name, ctx.now, text ?? '照片', photo) };
    }),

  sayFine: ({ id }, ctx) =>
    deed(ctx, id, (alert, { elder }) => {
      ctx.insist(rules.canSayFine(alert, ctx.session, elder));
      return { doc: changes.saidFine(alert, ctx.session.name, ctx.now) };
    }),

  resolve: ({ id, resolution, note }, ctx) =>
    deed(ctx, id, (alert, { elder, community }) => {
      ctx.insist(rules.canResolve(alert, ctx.session, elder));
      const doc = changes.resolved(alert, doer(ctx), ctx.now, resolution, note);
      return { doc, tell: endOf(doc, id, ctx.session.name, community) };
    }),

  async photoTicket(_input, ctx) {
    await ctx.store.author.guard;
    return files.ticket(`${photoFolder(ctx.session.communityId)}${newId('photo')}.jpg`);
  },

  async photos({ id }, ctx) {
    const { alert } = await seenAlert(ctx, id);
    const all = [alert.photo, ...alert.timeline.map(({ photo }) => photo)];
    const ours = all.filter((photo): photo is string => photo !== undefined && isPhoto(photo, ctx.session.communityId));
    return { photos: await files.addresses([...new Set(ours)]) };
  },

  async tellNotifications({ on }, ctx) {
    const notifications = on ? ('on' as const) : ('off' as const);
    await ctx.store.draft(reaches, ctx.session.accountId, { quiet: true }).save(current => {
      if (current?.notifications === notifications) return undefined;
      return { doc: { ...current, name: ctx.session.name, notifications, notificationsAt: ctx.now } };
    });
    return { done: true as const };
  },
};
