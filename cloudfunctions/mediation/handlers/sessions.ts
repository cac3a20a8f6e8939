/** Talks: slots offered and chosen, a room held, the record with who was there, the clock paused and running. */
import type { Case, CaseSession, MediationContract } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { part } from '../parts';
import { giveBack, holdRoom } from '../rooms';
import { dueAfterPause } from '../rules/clock';
import { bothKnowRights } from '../rules/deeds';
import { sideOf } from '../rules/standing';
import { inCase } from '../scene';
import { settingsOf } from '../settings';
import { tellAll, tellPanel, tellSide } from '../tell';

type Sessions = Pick<
  HandlersOf<MediationContract>,
  'offerSlots' | 'chooseSlots' | 'dropSession' | 'recordSession' | 'addNote' | 'pause' | 'resume' | 'inviteSpecialist'
>;

const replaced = (kase: Case, session: CaseSession): CaseSession[] =>
  kase.sessions.map(each => (each.no === session.no ? session : each));

/** Slots that suit everybody whom the talk is with, soonest first. */
function commonSlots(session: CaseSession): CaseSession['slots'] {
  const suits = (slot: CaseSession['slots'][number], side: 'applicant' | 'respondent') => session.suits[side].includes(slot);
  const all = session.slots.filter(slot =>
    session.kind === 'separate' ? suits(slot, session.side!) : suits(slot, 'applicant') && suits(slot, 'respondent'),
  );
  return [...all].sort((a, b) => a - b);
}

export const sessionHandlers: Sessions = {
  async offerSlots({ id, kind, side, mode, roomId, minutes, slots }, ctx) {
    const { rooms } = await settingsOf(ctx.store);
    if (slots.some(slot => slot <= ctx.now)) ctx.refuse('SLOT_IN_PAST');
    if (mode === 'room' && !rooms.some(room => room.id === roomId)) ctx.refuse('UNKNOWN_ROOM');
    if (kind === 'separate' && !side) ctx.refuse('SIDE_NEEDED');
    return inCase(ctx, { id }, 'offerSlots', ({ kase }) => {
      const session: CaseSession = {
        no: kase.sessions.length + 1,
        kind,
        side: kind === 'separate' ? side : undefined,
        mode,
        roomId: mode === 'room' ? roomId : undefined,
        minutes,
        slots: [...new Set(slots)],
        suits: { applicant: [], respondent: [] },
        status: 'offered',
      };
      const sides = kind === 'separate' ? [side!] : (['applicant', 'respondent'] as const);
      return {
        change: { sessions: [...kase.sessions, session] },
        tell: sides.flatMap(each => tellSide(kase, id, each, 'caseYourTurn')),
      };
    });
  },

  chooseSlots: async ({ id, as, no, slots }, ctx) =>
    inCase(ctx, { id, as }, 'chooseSlots', async ({ kase, side }) => {
      const session = kase.sessions.find(each => each.no === no && each.status === 'offered');
      if (!session || !side || (session.kind === 'separate' && session.side !== side)) return ctx.refuse('SLOT_GONE');
      const wanted = slots.filter(slot => session.slots.includes(slot) && slot > ctx.now);
      if (slots.length > 0 && wanted.length === 0) ctx.refuse('SLOT_GONE');
      const chosen = { ...session, suits: { ...session.suits, [side]: wanted } };
      for (const at of commonSlots(chosen)) {
        if (!(await holdRoom(ctx, id, session, at))) continue;
        return { change: { sessions: replaced(kase, { ...chosen, at, status: 'agreed' }) }, tell: tellAll(ctx, kase, id) };
      }
      if (commonSlots(chosen).length > 0) ctx.refuse('SLOT_GONE');
      return { change: { sessions: replaced(kase, chosen) }, tell: tellPanel(kase, id, 'caseMoved') };
    }),

  dropSession: async ({ id, no }, ctx) =>
    inCase(ctx, { id }, 'dropSession', async ({ kase }) => {
      const session = kase.sessions.find(each => each.no === no && (each.status === 'offered' || each.status === 'agreed'));
      if (!session) return ctx.refuse('NO_SUCH_SESSION');
      if (session.at !== undefined) await giveBack(ctx, id, session, session.at);
      return { change: { sessions: replaced(kase, { ...session, status: 'dropped' }) }, tell: tellAll(ctx, kase, id) };
    }),

  /** A talk that came about by itself (everybody was there) needs no slot: the next number is a record of its own. */
  recordSession: async ({ id, no, text, place, present, showSide }, ctx) =>
    inCase(ctx, { id }, 'recordSession', ({ kase }) => {
      ctx.insist(bothKnowRights(kase));
      const session = kase.sessions.find(each => each.no === no && each.status !== 'dropped');
      if (!session || session.status === 'held') return ctx.refuse('NO_SUCH_SESSION');
      const held: CaseSession = { ...session, status: 'held', at: session.at ?? ctx.now };
      const private_ = session.kind === 'separate';
      const written = private_
        ? part('separateTalk', { text, side: session.side! }, showSide ? session.side! : 'panel')
        : part('record', { text, sessionNo: no, at: held.at!, place, present }, 'shared');
      return {
        change: { sessions: replaced(kase, held) },
        parts: [written],
        tell: private_ ? [] : tellAll(ctx, kase, id),
      };
    }),

  addNote: async ({ id, kind, text }, ctx) => inCase(ctx, { id }, 'addNote', () => ({ parts: [part(kind, { text }, 'panel')] })),

  pause: async ({ id, reason }, ctx) =>
    inCase(ctx, { id }, 'pause', ({ kase }) => ({
      change: { status: 'paused', pausedAt: ctx.now },
      parts: [part('pause', { text: reason }, 'shared')],
      tell: tellAll(ctx, kase, id),
    })),

  resume: async ({ id }, ctx) =>
    inCase(ctx, { id }, 'resume', ({ kase }) => ({
      change: { status: 'mediating', dueAt: dueAfterPause(kase, ctx.now), pausedAt: undefined },
      tell: tellAll(ctx, kase, id),
    })),

  inviteSpecialist: async ({ id, profession, name }, ctx) =>
    inCase(ctx, { id }, 'inviteSpecialist', ({ kase, standing }) => {
      if (sideOf(standing)) return ctx.refuse('NOT_YOUR_PART');
      return { parts: [part('specialist', { profession, name }, 'shared')], tell: tellAll(ctx, kase, id) };
    }),
};
