/** Reading one's cases. Each reading of content is logged before it leaves. */
import type { Case, MediationContract, OwnPromise, Standing } from '../../../types/mediation';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities } from '../../_shared/directory';
import { places } from '../../_shared/places';
import { canSeal, pseudonym } from '../../_shared/seal';
import { LIGHT } from '../../_shared/store';
import { caseCard } from '../card';
import { cases, firstQuestions, mediationOffers } from '../collections';
import { broughtBy, FILES_MOST, handCopy, isFile, removePlain, takeIn, unsealFile } from '../evidence';
import { logRead } from '../log';
import { agreedIn, agreementRows, namesOf, onePart, openPart, part, partRows } from '../parts';
import { openPromises } from '../promises';
import { roomIdsOf, takenSlots } from '../rooms';
import { openedUntil, sees, standingsOf } from '../rules/standing';
import { inCase, whoIs } from '../scene';
import { settingsOf } from '../settings';
import { tellPanel } from '../tell';
import { caseView } from '../views';

type Reading = Pick<HandlersOf<MediationContract>, 'myCases' | 'case' | 'addEvidence' | 'evidence'>;

const ENDED: Case['status'][] = ['declined', 'refused', 'failed', 'withdrawn', 'joined', 'closed'];
/** What a list does without. */
const HEAVY = [...LIGHT, 'parts', 'openings', 'told', 'ruledOut'] as const;

type Mine = { kase: { id: string }; standing: Standing };

/** One line a quality: names were shown. */
async function logList(ctx: Context, mine: readonly Mine[]): Promise<void> {
  const standings = [...new Set(mine.map(({ standing }) => standing))];
  const idsAs = (as: Standing): string[] => mine.filter(({ standing }) => standing === as).map(({ kase }) => kase.id);
  await Promise.all(standings.map(as => logRead(ctx, idsAs(as), as, 'list', ['names'])));
}

/** One's open promises with their words, from the agreements alone. One wave; none for whoever has promised nothing. */
async function ownPromises(ctx: Context, found: readonly Stored<Case>[]): Promise<OwnPromise[]> {
  const open = openPromises(found, ctx.session, ctx.today);
  const rows = await agreementRows(
    ctx.store,
    open.map(({ kase }) => kase),
  );
  return open.map(({ kase, item: { no, dueOn }, overdue }) => {
    const promise = agreedIn(ctx.store, kase, rows)?.promises[no - 1];
    return { caseId: kase.id, no, dueOn, overdue, what: promise?.what ?? '', manner: promise?.manner ?? '' };
  });
}

export const readingHandlers: Reading = {
  async myCases({ ended }, ctx) {
    const { accountId, residentId, communityId, elders } = ctx.session;
    const keys = [accountId, ...(residentId ? [residentId] : [])];
    const homes = [...(residentId ? [residentId] : []), ...elders.map(elder => elder.id)];
    const status = ended ? _.in(ENDED) : _.nin(ENDED);
    const key = canSeal() ? pseudonym([communityId, accountId]) : '';
    const [found, offers, answered, settings, community] = await Promise.all([
      ctx.store.find(cases, { people: _.in(keys), status }, { order: ['-appliedAt'], limit: 100, without: HEAVY }),
      homes.length
        ? ctx.store.find(mediationOffers, { residentIds: _.in(homes), status: 'open' }, { limit: 5, without: LIGHT })
        : [],
      key ? ctx.store.count(firstQuestions, { key, status: 'answered' }) : 0,
      settingsOf(ctx.store),
      ctx.store.read(communities, communityId),
    ]);
    const mine = found.flatMap(kase => {
      const [standing] = standingsOf(kase, ctx.session).filter(each => each !== 'office');
      return standing ? [{ kase, standing }] : [];
    });
    const cards = mine.map(({ kase, standing }) => {
      const leads = kase.panel.some(member => member.accountId === accountId && member.leads);
      return caseCard(ctx, kase, standing, namesOf(ctx.store, kase), { settings, community, leads });
    });
    const [promises] = await Promise.all([ownPromises(ctx, found), logList(ctx, mine)]);
    return { now: ctx.now, cases: cards, promises, offers: offers.map(({ id, kind, at }) => ({ id, kind, at })), answered };
  },

  async case({ id }, ctx) {
    const [kase, rows, settings, community] = await Promise.all([
      ctx.store.read(cases, id),
      partRows(ctx.store, id),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const who = whoIs(ctx, kase);
    const hours = roomIdsOf(kase!.sessions);
    const rooms = hours.length ? ctx.store.readAll(places, [...new Set(hours)], { without: LIGHT }) : Promise.resolve([]);
    const full = rooms.then(all => new Set(all.filter(room => room.left < 1).map(room => room.id)));
    // The rooms are read beside the log of this reading, which `caseView` writes.
    const around = { rows, settings, community, who, roomsTaken: new Set<string>() };
    const [view, taken] = await Promise.all([caseView(ctx, kase!, around), full]);
    const gone = takenSlots(kase!.sessions, taken);
    const sessions = view.sessions.map(each => ({
      ...each,
      taken: each.slots.filter(slot => gone.has(`${each.roomId}@${slot}`)),
    }));
    return { ...view, sessions };
  },

  async addEvidence({ id, as, fileId, name, note, share }, ctx) {
    const view = await inCase(ctx, { id, as }, 'addEvidence', async ({ kase, side }) => {
      if (broughtBy(kase, side ?? 'panel') >= FILES_MOST) ctx.refuse('TOO_MANY_FILES', { max: FILES_MOST });
      const content = await takeIn(ctx, id, { fileId, name, note });
      const visible = share && kase.acceptedAt !== undefined ? 'shared' : (side ?? 'panel');
      return { parts: [part('evidence', content, visible)], tell: tellPanel(kase, id, 'caseMoved') };
    });
    await removePlain(ctx, fileId);
    return view;
  },

  async evidence({ id, partId }, ctx) {
    const [kase, row] = await Promise.all([ctx.store.read(cases, id), onePart(ctx.store, id, partId)]);
    const { standings } = whoIs(ctx, kase);
    const standing = standings[0]!;
    const ref = kase!.parts.find(each => each.id === partId && each.kind === 'evidence');
    const opened = openedUntil(kase!, ctx.session.accountId, ctx.now) !== undefined;
    if (standing === 'office' && !opened) ctx.refuse('FILE_CLOSED');
    if (!ref || !row || !sees(ref.visible, standing, opened)) return ctx.refuse('NOT_FOUND');
    const part = openPart(ctx.store, ref, row);
    if (!isFile(part)) return ctx.refuse('NOT_FOUND');
    const { name, mime } = part.content;
    await logRead(ctx, id, standing, 'file', ['evidence']);
    return { url: await handCopy(ctx, mime, await unsealFile(ctx, id, part.content)), name, mime };
  },
};
