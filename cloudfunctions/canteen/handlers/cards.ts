/** 饭卡: printed for elders without a phone, a whole building at a time; a new one makes the old one void. */
import { randomBytes } from 'node:crypto';
import type { CanteenContract, CardDoc } from '../../../types/canteen';
import type { Community, Resident } from '../../../types/directory';
import { cardCode } from '../../../types/rotating';
import { ageOn, type CivilDate, type Instant } from '../../../types/time';
import { addressText } from '../../../types/words';
import { insertAll } from '../../_shared/bulk';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { type Card, cardSheet, papers } from '../../_shared/papers';
import { type Filter, LIGHT, type Store } from '../../_shared/store';
import { cards } from '../collections';
import { alive, dinerFilter } from '../finding';
import { kitchenOf } from '../kitchenSettings';
import { settingsOf } from '../settings';

type Cards = Pick<HandlersOf<CanteenContract>, 'cardOwners' | 'printCards' | 'reissueCard'>;

/** Ten sheets a file: some seconds of work. */
const CARDS_A_FILE = 100;
const OWNERS_SHOWN = 200;
/** Where the numbers of new cards are counted; it has no seats. */
const SERIES = 'cards';
const FIRST_NUMBER = 80_000;

/** So many numbers that nobody had before; the first of them. */
async function numbersFor(ctx: Context, count: number): Promise<number> {
  await ctx.places.open(SERIES, 0, 0 as Instant);
  return FIRST_NUMBER + (await ctx.places.issue(SERIES, count)) - count + 1;
}

const newSecret = (): string => randomBytes(12).toString('base64url');

/** A card for everybody here: those who have one keep it; a number that the roster knows already is taken over. */
async function cardsFor(ctx: Context, owners: readonly Stored<Resident>[]): Promise<Map<string, CardDoc>> {
  const ids = owners.map(owner => owner.id);
  const read = async () => new Map((await ctx.store.readAll(cards, ids, { without: LIGHT })).map(card => [card.id, card]));
  const held = await read();
  const without = owners.filter(owner => !held.has(owner.id));
  if (without.length === 0) return held;
  const unnumbered = without.filter(owner => !owner.cardNo);
  let next = unnumbered.length ? await numbersFor(ctx, unnumbered.length) : 0;
  const rows = without.map(({ id, cardNo }) => {
    const doc: CardDoc = { no: cardNo ?? String(next++), secret: newSecret(), issuedAt: ctx.now, issue: 1 };
    return { id, doc };
  });
  await insertAll(ctx.store, cards, rows);
  // Somebody else may have issued one of them a moment ago; what is printed is what is valid.
  return read();
}

const ageLimit = (age: number, today: CivilDate): string => `${Number(today.slice(0, 4)) - age}${today.slice(4)}`;

type Whom = { dinerIds?: string[]; buildingId?: string; gridId?: string; after?: string };

async function ownersOf(store: Store, whom: Whom, cardAge: number, today: CivilDate): Promise<Stored<Resident>[]> {
  const page = { limit: CARDS_A_FILE + 1, without: [...LIGHT, 'family'] };
  if (whom.dinerIds) return (await store.readAll(residents, whom.dinerIds, page)).filter(each => each.status === 'living');
  const place: Filter = whom.buildingId ? { 'address.buildingId': whom.buildingId } : { 'address.gridId': whom.gridId };
  const rest = whom.after ? { _id: _.gt(store.fullId(residents, whom.after)) } : {};
  const wanted = { ...place, ...rest, status: 'living', birthDate: _.lte(ageLimit(cardAge, today)) };
  return store.find(residents, wanted, page);
}

const printed = (owner: Stored<Resident>, card: CardDoc, from: string, community: Community): Card => ({
  from,
  name: owner.name,
  lines: [`卡号 ${card.no}`, addressText(owner.address, community)],
  qr: cardCode(card.no, card.secret),
  caption: '取餐时出示',
  foot: `捡到请送还社区，电话 ${community.phone}`,
});

const ownerView = (owner: Stored<Resident>, card: CardDoc | undefined, community: Community, today: CivilDate) => ({
  dinerId: owner.id,
  name: owner.name,
  address: addressText(owner.address, community),
  age: ageOn(owner.birthDate, today),
  card: card && { no: card.no, issuedAt: card.issuedAt, issue: card.issue },
});

const homeOf = (ctx: Context): Promise<Stored<Community>> => ctx.store.need(communities, ctx.session.communityId);

export const cardHandlers: Cards = {
  /** Two waves: people, then their cards. */
  async cardOwners({ buildingId, text }, ctx) {
    const [community, { cardAge }] = await Promise.all([homeOf(ctx), kitchenOf(ctx.store)]);
    const page = { limit: OWNERS_SHOWN + 1, without: [...LIGHT, 'family'] };
    const old = { birthDate: _.lte(ageLimit(cardAge, ctx.today)), 'address.buildingId': buildingId };
    const wanted = text ? dinerFilter(text) : buildingId ? old : undefined;
    if (!wanted) return { owners: [], more: false };
    const [found, numbered] = await Promise.all([
      ctx.store.find(residents, alive(wanted), page),
      text ? ctx.store.find(cards, { no: text }, { limit: 1, without: LIGHT }) : [],
    ]);
    const byCard = numbered.filter(card => !found.some(owner => owner.id === card.id)).map(card => card.id);
    const owners = [...found, ...(await ctx.store.readAll(residents, byCard, page))].slice(0, OWNERS_SHOWN);
    const ids = owners.map(owner => owner.id);
    const held = new Map((await ctx.store.readAll(cards, ids, { without: LIGHT })).map(card => [card.id, card]));
    return {
      owners: owners.map(owner => ownerView(owner, held.get(owner.id), community, ctx.today)),
      more: found.length > OWNERS_SHOWN,
    };
  },

  async printCards(whom, ctx) {
    const [community, { name }, { cardAge }, press] = await Promise.all([
      homeOf(ctx),
      settingsOf(ctx.store),
      kitchenOf(ctx.store),
      papers(),
      ctx.store.author.guard,
    ]);
    if (!whom.dinerIds && !whom.buildingId && !whom.gridId) ctx.refuse('NOTHING_TO_PRINT');
    const found = await ownersOf(ctx.store, whom, cardAge, ctx.today);
    const owners = found.slice(0, CARDS_A_FILE);
    if (owners.length === 0) ctx.refuse('NOTHING_TO_PRINT');
    const held = await cardsFor(ctx, owners);
    const sheet = owners.flatMap(owner => {
      const card = held.get(owner.id);
      return card ? [printed(owner, card, name, community)] : [];
    });
    const pdf = await press.makePdf(cardSheet(`${name} 饭卡`, sheet));
    const next = found.length > CARDS_A_FILE ? owners[owners.length - 1]?.id : undefined;
    return { url: await handOut(ctx, 'pdf', pdf), name: `${name}饭卡.pdf`, cards: sheet.length, next };
  },

  async reissueCard({ dinerId }, ctx) {
    const draft = ctx.store.draft(cards, dinerId, { quiet: true });
    const [owner, community] = await Promise.all([ctx.store.need(residents, dinerId), homeOf(ctx)]);
    const saved = await draft.save(async card => {
      if (!card) return ctx.refuse('NO_CARD');
      const no = String(await numbersFor(ctx, 1));
      return { doc: { no, secret: newSecret(), issuedAt: ctx.now, issue: card.issue + 1 } };
    });
    return ownerView(owner, saved, community, ctx.today);
  },
};
