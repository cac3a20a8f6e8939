/** Groups that an audience may name: saved expressions, and lists from Excel. */
import { type Group, type GroupView, LIST_COLUMNS, type NoticesContract } from '../../../types/notices';
import { addressText } from '../../../types/words';
import { insertAll } from '../../_shared/bulk';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { communities, residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { handOut } from '../../_shared/handout';
import { fetchSheet, readSheet } from '../../_shared/sheet';
import { LIGHT } from '../../_shared/store';
import { workbook } from '../../_shared/workbook';
import { groups, memberships } from '../collections';
import { mayChangeGroup, mayWrite } from '../rules';
import { findListHeading, type Listed, type ListReading, matchList } from '../rulesOfList';
import { settingsOf } from '../settings';

type Groups = Pick<
  HandlersOf<NoticesContract>,
  'groups' | 'saveGroup' | 'dropGroup' | 'listTemplate' | 'listTicket' | 'readList'
>;

const MOST = 200;
const MEMBERS_A_DOC = 1000;
const listsOf = (communityId: string): string => `lists/${communityId}/`;

const view = (group: Stored<Group>, ctx: Pick<Context, 'session'>): GroupView => ({
  ...group,
  may: { change: mayChangeGroup(group, ctx.session) },
});

async function insistWriter(ctx: Context<'NOT_YOURS_TO_SEND'>): Promise<void> {
  const { senders } = await settingsOf(ctx.store);
  ctx.insist(mayWrite(ctx.session, senders));
}

export const groupHandlers: Groups = {
  async groups(_input, ctx) {
    const found = await ctx.store.find(groups, { gone: false }, { order: ['kind'], limit: MOST, without: LIGHT });
    return { groups: found.map(group => view({ ...group, history: [], outbox: [] }, ctx)) };
  },

  async saveGroup({ id, name, audience }, ctx) {
    const draft = ctx.store.draft(groups, id ?? `gr-${digest(['group', ctx.session.accountId, ctx.store.author.requestId])}`, {
      quiet: true,
      fresh: !id,
    });
    await insistWriter(ctx);
    const saved = await draft.save(current => {
      if (id && (!current || current.gone)) return ctx.refuse('UNKNOWN_GROUP');
      if (current) ctx.insist(mayChangeGroup(current, ctx.session));
      const fresh: Group = {
        name,
        kind: 'saved',
        audience,
        members: 0,
        revision: 0,
        by: ctx.session.accountId,
        byName: ctx.session.name,
        at: ctx.now,
        gone: false,
      };
      // A list keeps its members and takes a name alone.
      return { doc: current ? { ...current, name, ...(current.kind === 'saved' ? { audience } : {}) } : fresh };
    });
    return view(saved, ctx);
  },

  async dropGroup({ id }, ctx) {
    const draft = ctx.store.draft(groups, id, { quiet: true });
    await insistWriter(ctx);
    await draft.save(current => {
      if (!current) return ctx.refuse('UNKNOWN_GROUP');
      ctx.insist(mayChangeGroup(current, ctx.session));
      return current.gone ? undefined : { doc: { ...current, gone: true } };
    });
    return { done: true as const };
  },

  async listTemplate(_input, ctx) {
    const rows = [LIST_COLUMNS.map(({ header }) => header), ['王示例', '13800000000', '', '3栋2单元501'], ['', '', '0037', '']];
    return { url: await handOut(ctx, 'xlsx', await workbook([{ name: '名单', rows }])), name: '通知名单模板.xlsx' };
  },

  async listTicket(_input, ctx) {
    await insistWriter(ctx);
    return files.ticket(`${listsOf(ctx.session.communityId)}${newId('list')}.xlsx`);
  },

  /** The file is read once and taken away; only who was found stays. */
  async readList({ fileId, name }, ctx) {
    const id = `gr-${digest(['list', ctx.session.accountId, ctx.store.author.requestId])}`;
    const draft = ctx.store.draft(groups, id, { quiet: true });
    const [known] = await Promise.all([draft.current(), insistWriter(ctx)]);
    if (known) return view(known, ctx);
    if (!fileId.includes(`/${listsOf(ctx.session.communityId)}`)) ctx.refuse('NOT_FOUND');
    const reading = await readingOf(fileId, ctx);
    await files.remove(fileId);
    if (reading.ids.length === 0) ctx.refuse('NOBODY_FOUND', { rows: reading.rows });
    return view(await keep(id, name, reading, ctx), ctx);
  },
};

type ListRefusal = 'FILE_TOO_LARGE' | 'NOT_A_WORKBOOK' | 'MERGED_CELLS' | 'WRONG_HEADERS' | 'NOBODY_FOUND';

async function readingOf(fileId: string, ctx: Context<ListRefusal>): Promise<ListReading> {
  const content = await fetchSheet(fileId);
  if (!Buffer.isBuffer(content)) return ctx.refuse(content.code, content.details);
  const sheet = await readSheet(content);
  if (!('rows' in sheet)) return ctx.refuse(sheet.code, sheet.details);
  const heading = findListHeading(sheet.rows);
  if ('ok' in heading) return ctx.refuse(heading.code, heading.details);
  return matchList(sheet.rows, heading, await listed(ctx));
}

/** Every living resident by what a list may say of them. */
async function listed(ctx: Context): Promise<Listed[]> {
  const community = await ctx.store.read(communities, ctx.session.communityId);
  const all: Listed[] = [];
  for await (const page of ctx.store.pages(
    residents,
    { status: 'living' },
    { without: [...LIGHT, 'family', 'allergens', 'diets'] },
  ))
    all.push(
      ...page.map(({ id, name, phone, cardNo, address }) => ({
        id,
        name,
        phone,
        cardNo,
        address: addressText(address, community),
      })),
    );
  return all;
}

async function keep(id: string, name: string, reading: ListReading, ctx: Context): Promise<Stored<Group>> {
  await ctx.store.author.guard;
  const edition = newId('e');
  const { ids, rows, leftOut, problems } = reading;
  const parts = Array.from({ length: Math.ceil(ids.length / MEMBERS_A_DOC) }, (_part, n) => ({
    id: `${id}:${edition}:${n}`,
    doc: { groupId: id, edition, residentIds: ids.slice(n * MEMBERS_A_DOC, (n + 1) * MEMBERS_A_DOC), at: ctx.now },
  }));
  await insertAll(ctx.store, memberships, parts);
  const doc: Group = {
    name,
    kind: 'list',
    edition,
    members: ids.length,
    revision: 0,
    reading: { rows, leftOut, problems },
    by: ctx.session.accountId,
    byName: ctx.session.name,
    at: ctx.now,
    gone: false,
  };
  return ctx.store.draft(groups, id, { quiet: true, fresh: true }).save(current => (current ? undefined : { doc }));
}
