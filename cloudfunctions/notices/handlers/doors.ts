/** The list of doors: who has not read, for whoever keeps that part of the tree. */

import type { Community, Resident } from '../../../types/directory';
import type { Door, Notice, NoticesContract, Receipt } from '../../../types/notices';
import { ageOn, type CivilDate } from '../../../types/time';
import { addressText, maskPhone } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { type Filter, LIGHT } from '../../_shared/store';
import { notices, receipts } from '../collections';
import { isOut, receiptId } from '../rules';
import { isInPart, type Part, partsKept } from '../rulesOfAudience';

type Doors = Pick<HandlersOf<NoticesContract>, 'myDoors' | 'doorList' | 'tickDoor'>;

const MOST = 500;
const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** The narrowest id of each part, as the database can ask for it; undefined: everywhere. */
export function within(parts: readonly Part[] | undefined): Filter | undefined {
  if (!parts) return undefined;
  const narrow = parts.map(({ unitId, buildingId, gridId }) =>
    unitId ? { unitId } : buildingId ? { buildingId } : { gridId: gridId ?? 'nowhere' },
  );
  return narrow.length ? (_.or(narrow as never[]) as unknown as Filter) : { gridId: 'nowhere' };
}

/** `parts` and the rest together; a logic command must not be spread. */
export const bothOf = (filter: Filter, parts: Filter | undefined): Filter =>
  parts ? (_.and([filter, parts] as never[]) as unknown as Filter) : filter;

/** Unread, or ticked already; who has read at last and was never visited is no door any more. */
const knocked = { gridId: _.neq(''), progress: 'new' } as const;

export const doorHandlers: Doors = {
  /** Two waves: notices with open doors, then what is left of each in my part. */
  async myDoors(_input, ctx) {
    const open = await ctx.store.find(
      notices,
      { status: _.in(['sending', 'sent']), 'doors.openedAt': _.gt(0) },
      { order: ['-doors.openedAt'], limit: 20, without: [...LIGHT, 'body', 'audience', 'frozen'] },
    );
    const parts = within(partsKept(ctx.session.grants));
    const asked = { ...knocked, noticeId: _.in(open.map(({ id }) => id)), door: _.neq('told') };
    const left = open.length ? await ctx.store.tally(receipts, bothOf(asked, parts), ['noticeId']) : [];
    const rows = open.map(({ id, title, emergency, doors }) => ({
      id,
      title,
      emergency,
      openedAt: doors?.openedAt ?? ctx.now,
      left: left.find(row => row.noticeId === id)?.count ?? 0,
    }));
    return { notices: rows };
  },

  async doorList({ id, buildingId, unitId }, ctx) {
    const place = { ...(buildingId ? { buildingId } : {}), ...(unitId ? { unitId } : {}) };
    const asked = bothOf({ ...knocked, ...place, noticeId: id }, within(partsKept(ctx.session.grants)));
    const [notice, community, found] = await Promise.all([
      ctx.store.need(notices, id),
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.find(receipts, asked, { order: ['buildingId', 'unitId'], limit: MOST + 1, without: [...LIGHT, 'accounts'] }),
    ]);
    if (!isOpen(notice)) ctx.refuse('NO_DOOR_LIST');
    const shown = found.slice(0, MOST);
    const people = await ctx.store.readAll(
      residents,
      shown.map(({ ref }) => ref),
      { without: [...LIGHT, 'family', 'allergens', 'diets'] },
    );
    const byId = new Map(people.map(person => [person.id, person]));
    const doors = shown.flatMap(receipt => {
      const resident = byId.get(receipt.ref);
      return resident ? [doorOf(receipt, resident, community, ctx.today)] : [];
    });
    doors.sort((a, b) => Number(a.door === 'told') - Number(b.door === 'told') || COLLATOR.compare(a.address, b.address));
    return { title: notice.title, now: ctx.now, doors, more: found.length > MOST };
  },

  async tickDoor({ id, ref, outcome, note }, ctx) {
    const draft = ctx.store.draft(receipts, receiptId(id, ref), { quiet: true });
    const notice = await ctx.store.need(notices, id);
    if (!isOpen(notice)) ctx.refuse('NO_DOOR_LIST');
    await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      if (!isInPart(partsKept(ctx.session.grants), current)) return ctx.refuse('OUTSIDE_YOUR_PART');
      return { doc: { ...current, ...visit(outcome, note, ctx) }, onBehalfOf: ref };
    });
    return { done: true as const };
  },
};

const isOpen = (notice: Pick<Notice, 'status' | 'doors'>): boolean => isOut(notice.status) && notice.doors !== undefined;

/** Taking a tick back leaves nothing of it. */
const visit = (door: Receipt['door'], note: string | undefined, ctx: Context) =>
  door === 'none'
    ? { door, doorAt: undefined, doorBy: undefined, doorByName: undefined, doorNote: undefined }
    : { door, doorAt: ctx.now, doorBy: ctx.session.accountId, doorByName: ctx.session.name, doorNote: note };

function doorOf(receipt: Receipt, resident: Stored<Resident>, community: Community | undefined, today: CivilDate): Door {
  const { ref, unitId, way, progress, door, doorAt, doorByName, doorNote } = receipt;
  return {
    ref,
    name: resident.name,
    age: ageOn(resident.birthDate, today),
    address: addressText(resident.address, community),
    unitId,
    livesAlone: resident.categories.includes('livesAlone'),
    phone: resident.phone && maskPhone(resident.phone),
    way,
    progress,
    door,
    doorAt,
    doorByName,
    doorNote,
  };
}
