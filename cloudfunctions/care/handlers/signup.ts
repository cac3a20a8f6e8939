/** Guardians: the classes there are, signing up, offers, leaving. */
import type { CareContract } from '../../../types/care';
import { no } from '../../../types/verdict';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { LIGHT } from '../../_shared/store';
import { careChildren, careClasses, careDraws, careEnrolments, places } from '../collections';
import { enrol, positionOf } from '../enrol';
import { nowOf } from '../known';
import { leaveOld } from '../leaving';
import { fileFolder, isOurFile, roomId } from '../rules/ids';
import * as rules from '../rules/signup';
import { guardianOf, isCareStaff, mayDecide, maySee } from '../rules/who';
import { settingsOf } from '../settings';
import { ofEnrolment } from '../tell';
import { classView, enrolmentView } from '../views';

type SignUp = Pick<HandlersOf<CareContract>, 'classes' | 'signUp' | 'answerOffer' | 'withdraw' | 'documentTicket' | 'draw'>;

/** `classId:childId` */
const parts = (id: string): [string, string] => [id.split(':')[0] ?? '', id.split(':')[1] ?? ''];

export const signUpHandlers: SignUp = {
  /** Two waves: classes, the child and its sign-ups; then places, counts, positions. */
  async classes({ childId }, ctx) {
    const [settings, open, child, mine] = await Promise.all([
      settingsOf(ctx.store),
      ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
      childId ? ctx.store.read(careChildren, childId) : undefined,
      childId ? ctx.store.find(careEnrolments, { childId }, { limit: 60, without: LIGHT }) : [],
    ]);
    if (childId) ctx.insist(maySee(child, ctx.session));
    const current = open.filter(cls => cls.term.last >= ctx.today);
    const ids = current.map(({ id }) => id);
    const [rooms, counts, positions] = await Promise.all([
      ctx.store.readAll(
        places,
        ids.flatMap(id => [roomId(id, 'general'), roomId(id, 'reserved')]),
        { without: LIGHT },
      ),
      ids.length > 0 ? ctx.store.tally(careEnrolments, { classId: _.in(ids), status: 'waiting' }, ['classId']) : [],
      Promise.all(mine.map(async each => [each.id, await positionOf(ctx, each)] as const)),
    ]);
    const left = new Map(rooms.map(room => [room.id, Math.max(0, room.left)]));
    const leftOf = (id: string) => (left.get(roomId(id, 'general')) ?? 0) + (left.get(roomId(id, 'reserved')) ?? 0);
    const held = mine.filter(({ status }) => status === 'enrolled' || status === 'offered').map(({ classId }) => classId);
    const staff = isCareStaff(ctx.session) && !(child && guardianOf(child, ctx.session));
    return {
      now: ctx.now,
      priorities: settings.priorities,
      classes: current.map(cls => {
        const existing = mine.find(each => each.classId === cls.id);
        const others = current.filter(({ id }) => held.includes(id) && id !== cls.id);
        const decide = child && mayDecide(child, ctx.session);
        const may = child && rules.maySignUp({ cls, child, existing, others, staff }, ctx.now, ctx.today);
        return {
          ...classView(cls, leftOf(cls.id)),
          waiting: counts.find(({ classId }) => classId === cls.id)?.count ?? 0,
          enrolment: existing && {
            id: existing.id,
            status: existing.status,
            position: positions.find(([id]) => id === existing.id)?.[1],
          },
          may: may && { signUp: decide?.ok ? may : (decide ?? no('NOT_YOUR_CHILD')) },
        };
      }),
    };
  },

  async signUp(wish, ctx) {
    const folder = fileFolder(ctx.session.communityId, 'documents', ctx.session.accountId);
    if (wish.priority?.documents.some(id => !isOurFile(id, folder))) ctx.refuse('NOT_OUR_FILE');
    const { enrolment, cls, child, settings } = await enrol(ctx, wish);
    await leaveOld(ctx, enrolment, child, cls);
    return enrolmentView(enrolment, cls, child, settings, nowOf(ctx), await positionOf(ctx, enrolment));
  },

  async answerOffer({ id, accept }, ctx) {
    const [classId, childId] = parts(id);
    const draft = ctx.store.draft(careEnrolments, id);
    const [child, cls, settings] = await Promise.all([
      ctx.store.read(careChildren, childId),
      ctx.store.read(careClasses, classId),
      settingsOf(ctx.store),
    ]);
    ctx.insist(mayDecide(child, ctx.session));
    if (!child || !cls) return ctx.refuse('NO_OFFER');
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NO_OFFER');
      if (!accept) {
        if (current.status !== 'offered') return ctx.refuse('NO_OFFER');
        return { doc: { ...current, status: 'declined', offerUntil: undefined, leftAt: ctx.now } };
      }
      ctx.insist(rules.mayAccept(current, child, ctx.now, ctx.today));
      const doc = {
        ...current,
        status: 'enrolled' as const,
        offerUntil: undefined,
        ...rules.daysIn(cls, ctx.today),
        fee: cls.fee,
      };
      return { doc, tell: ofEnrolment('careEnrolled', child, doc, cls, ctx.now) };
    });
    await leaveOld(ctx, saved, child, cls);
    return enrolmentView(saved, cls, child, settings, nowOf(ctx));
  },

  /** The place stays with this document until it has gone to the next on the waitlist (`moveWaitlists`), so nobody slips in between. */
  async withdraw({ id, reason }, ctx) {
    const [classId, childId] = parts(id);
    const draft = ctx.store.draft(careEnrolments, id);
    const [child, cls, settings] = await Promise.all([
      ctx.store.read(careChildren, childId),
      ctx.store.read(careClasses, classId),
      settingsOf(ctx.store),
    ]);
    ctx.insist(mayDecide(child, ctx.session));
    if (!child || !cls) return ctx.refuse('NOT_ENROLLED');
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_ENROLLED');
      ctx.insist(rules.mayWithdraw(current));
      const left = { status: 'withdrawn' as const, offerUntil: undefined, leftAt: ctx.now, reason };
      const doc = { ...current, ...left, ...rules.daysAfterLeaving(current, ctx.today) };
      return { doc, tell: ofEnrolment('careLeft', child, doc, cls, ctx.now) };
    });
    return enrolmentView(saved, cls, child, settings, nowOf(ctx));
  },

  async documentTicket(_input, ctx) {
    await ctx.store.author.guard;
    return files.ticket(`${fileFolder(ctx.session.communityId, 'documents', ctx.session.accountId)}${newId('doc')}.jpg`);
  },

  async draw({ classId }, ctx) {
    const [cls, draw, children] = await Promise.all([
      ctx.store.need(careClasses, classId),
      ctx.store.read(careDraws, classId),
      ctx.store.find(careChildren, { guardianAccounts: ctx.session.accountId }, { limit: 20, without: LIGHT }),
    ]);
    if (!cls.draw) return ctx.refuse('NO_DRAW');
    const ids = children.map(({ id }) => `${classId}:${id}`);
    const mine = await ctx.store.readAll(careEnrolments, ids, { without: LIGHT });
    const own = new Set(mine.map(({ entry }) => entry));
    return {
      className: cls.name,
      commitment: cls.draw.commitment,
      seed: draw?.seed,
      drawnAt: draw?.drawnAt,
      places: draw?.places ?? cls.capacity,
      entries: (draw?.entries ?? []).map((entry, i) => ({ ...entry, place: i < (draw?.places ?? 0), mine: own.has(entry.no) })),
    };
  },
};
