/** The roster by hand: finding, reading, writing one resident. */

import type { ParsedOf } from '../../../types/contract';
import type { Resident } from '../../../types/directory';
import type { PeopleContract } from '../../../types/people';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { digest } from '../../_shared/digest';
import { pinyinOf } from '../../_shared/pinyin';
import { type Filter, LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { communities, residents } from '../collections';
import { logAccess } from '../log';
import { bornBy, canKeep, isNew, partsKept, placeOf } from '../rules';
import { inPart, residentRow, residentSheet } from '../views';

type Residents = Pick<HandlersOf<PeopleContract>, 'households' | 'findResidents' | 'resident' | 'saveResident' | 'residentLeft'>;
type FindInput = ParsedOf<PeopleContract, 'findResidents'>;
type SaveInput = ParsedOf<PeopleContract, 'saveResident'>;

const PAGE = 50;
/** Rooms of one unit hold fewer people than one reading gives. */
const UNIT_MOST = 1000;

export const residentHandlers: Residents = {
  async households({ unitId }, ctx) {
    const [community, found] = await Promise.all([
      ctx.store.need(communities, ctx.session.communityId),
      ctx.store.find(
        residents,
        { 'address.unitId': unitId, status: 'living' },
        { limit: UNIT_MOST, without: [...LIGHT, 'family'] },
      ),
    ]);
    const place = placeOf(unitId, community) ?? ctx.refuse('NOT_FOUND');
    ctx.insist(canKeep(ctx.session, place));
    const rooms = new Map<string, ReturnType<typeof residentRow>[]>();
    for (const resident of found) {
      const row = residentRow(resident, community, ctx.today);
      rooms.set(resident.address.room, [...(rooms.get(resident.address.room) ?? []), row]);
    }
    const inOrder = [...rooms].sort(([a], [b]) => a.localeCompare(b, 'zh-CN', { numeric: true }));
    return { rooms: inOrder.map(([room, people]) => ({ room, residents: people.sort((a, b) => b.age - a.age) })) };
  },

  async findResidents(input, ctx) {
    const [community, found] = await Promise.all([
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.find(residents, searchFilter(input, ctx), { limit: PAGE + 1, without: [...LIGHT, 'family'] }),
    ]);
    const page = found.slice(0, PAGE);
    return {
      residents: page.map(resident => residentRow(resident, community, ctx.today)),
      next: found.length > PAGE ? page[PAGE - 1]!.id : undefined,
    };
  },

  async resident({ id }, ctx) {
    const [resident, community] = await Promise.all([
      ctx.store.need(residents, id),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    if (resident.status === 'erased') ctx.refuse('NOT_FOUND');
    ctx.insist(canKeep(ctx.session, resident.address));
    await logAccess(ctx, 'resident', id);
    return residentSheet(resident, community, ctx.today, ctx.session);
  },

  async saveResident(input, ctx) {
    ctx.insist(bornBy(input.birthDate, ctx.today));
    const id = input.id ?? `r-${digest(['byHand', ctx.store.author.requestId])}`;
    const draft = ctx.store.draft(residents, id, { quiet: true, fresh: !input.id });
    const [community, alike] = await Promise.all([
      ctx.store.need(communities, ctx.session.communityId),
      residentsLike(input, ctx),
    ]);
    const place = placeOf(input.unitId, community) ?? ctx.refuse('UNKNOWN_PLACE');
    ctx.insist(canKeep(ctx.session, place));
    const saved = await draft.save(current => {
      if (input.id && (!current || current.status === 'erased')) return ctx.refuse('NOT_FOUND');
      if (current) ctx.insist(canKeep(ctx.session, current.address));
      ctx.insist(isNew({ ...input, id }, alike));
      return { doc: withFields(current, input, { ...place, room: input.room }) };
    });
    return residentRow(saved, community, ctx.today);
  },

  /** Moved away or died: bindings end without a message, other domains are told. */
  async residentLeft({ id }, ctx) {
    await ctx.store.draft(residents, id).save(resident => {
      if (!resident || resident.status === 'erased') return ctx.refuse('NOT_FOUND');
      ctx.insist(canKeep(ctx.session, resident.address));
      if (resident.status === 'left') return undefined;
      const family = resident.family.map(binding =>
        binding.status === 'ended'
          ? binding
          : { ...binding, status: 'ended' as const, endedAt: ctx.now, endedBy: ctx.session.accountId },
      );
      return { doc: { ...resident, family, status: 'left' as const }, tell: [event('resident.left', { residentId: id })] };
    });
    return { done: true as const };
  },
};

/** Letters look for pinyin, digits for a phone's tail, a card or a room, other words for the beginning of a name. */
function textFilter(text: string): Filter {
  const words = text.replace(/\s/g, '');
  if (/^\d{11}$/.test(words)) return { phone: words };
  if (/^\d+$/.test(words)) {
    return _.or([
      { phone: new RegExp(`${words}$`) },
      { cardNo: words },
      { 'address.room': words },
    ] as never[]) as unknown as Filter;
  }
  if (/^[a-z]+$/i.test(words)) return { pinyin: new RegExp(`(^| )${words.toLowerCase()}`) };
  if (/^[\w-]+$/.test(words)) return { cardNo: words };
  return { name: _.gte(words).and(_.lt(`${words}\uffff`)) };
}

function searchFilter(input: FindInput, ctx: Context<never>): Filter {
  const { text, buildingId, unitId, category, left, after } = input;
  const parts = partsKept(ctx.session);
  const conditions = [
    { status: left ? 'left' : 'living' },
    text && textFilter(text),
    buildingId && { 'address.buildingId': buildingId },
    unitId && { 'address.unitId': unitId },
    category && { categories: category },
    after && { _id: _.gt(ctx.store.fullId(residents, after)) },
    parts && _.or(parts.map(inPart) as never[]),
  ].filter(Boolean);
  return _.and(conditions as never[]) as unknown as Filter;
}

/** Who has this card, or this name and birth date. */
function residentsLike({ name, birthDate, cardNo }: SaveInput, ctx: Context<never>): Promise<Stored<Resident>[]> {
  const alike = [{ name, birthDate }, ...(cardNo ? [{ cardNo }] : [])];
  return ctx.store.find(residents, _.or(alike as never[]) as unknown as Filter, { limit: 20, without: [...LIGHT, 'family'] });
}

const withFields = (current: Resident | undefined, input: SaveInput, address: Resident['address']): Resident => ({
  name: input.name,
  pinyin: pinyinOf(input.name),
  birthDate: input.birthDate,
  phone: input.phone,
  address,
  categories: input.categories,
  cardNo: input.cardNo,
  allergens: input.allergens,
  diets: input.diets,
  accountId: current?.accountId,
  family: current?.family ?? [],
  status: 'living',
});
