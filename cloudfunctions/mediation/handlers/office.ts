/** The committee's office: queue, register, figures, opening a file with a reason, the seal, closing, settings. */
import type { Case, MediationContract } from '../../../types/mediation';
import { dayOf, type Instant, instantAt, MINUTE_MS } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { canSeal, seal, unseal } from '../../_shared/seal';
import { LIGHT } from '../../_shared/store';
import { type Cell, workbook } from '../../_shared/workbook';
import { cases, committees, firstQuestions } from '../collections';
import { monthSheet } from '../month';
import { numberFor } from '../numbers';
import { part } from '../parts';
import { pngOf } from '../picture';
import { registerRow } from '../register';
import { yearsLater } from '../rules/clock';
import { mayClose, maySign } from '../rules/deeds';
import { inCase } from '../scene';
import { forgetSettings, freshSettings, settingsOf } from '../settings';
import { tellAll, tellPanel } from '../tell';
import { openingAt, sealAt } from '../where';
import { takesEffect } from './agreement';
import { noConflict } from './desk';

type Office = Pick<
  HandlersOf<MediationContract>,
  | 'queue'
  | 'register'
  | 'exportRegister'
  | 'month'
  | 'exportMonth'
  | 'openFile'
  | 'saveSeal'
  | 'placeSeal'
  | 'closeCase'
  | 'settings'
  | 'saveSettings'
>;

const PAGE = 50;
const HEAVY = [...LIGHT, 'parts', 'told', 'names'] as const;
const dayCell = (at: Instant | undefined): Cell => (at === undefined ? '' : dayOf(at));

export const officeHandlers: Office = {
  async queue(_input, ctx) {
    const [waiting, questions, settings, community] = await Promise.all([
      ctx.store.find(cases, { status: _.in(['applied', 'panelling']) }, { order: ['appliedAt'], limit: 200, without: HEAVY }),
      ctx.store.count(firstQuestions, { status: 'asked' }),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const rows = waiting.map(kase => registerRow(kase, { ...ctx, settings, community }));
    const urgent = [...rows].sort((a, b) => Number(b.danger) - Number(a.danger));
    return {
      now: ctx.now,
      toDecide: urgent.filter(row => row.status === 'applied'),
      toPanel: urgent.filter(row => row.status === 'panelling'),
      questions,
    };
  },

  async register({ status, kind, before, ref }, ctx) {
    const filter = {
      ...(status ? { status } : {}),
      ...(kind ? { kind } : {}),
      ...(ref ? { ref } : {}),
      ...(before ? { appliedAt: _.lt(before) } : {}),
    };
    const [found, settings, community] = await Promise.all([
      ctx.store.find(cases, filter, { order: ['-appliedAt'], limit: PAGE, without: HEAVY }),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const rows = found.map(kase => registerRow(kase, { ...ctx, settings, community }));
    return { now: ctx.now, rows, next: found.length === PAGE ? found.at(-1)!.appliedAt : undefined };
  },

  async exportRegister({ year }, ctx) {
    const [from, to] = [instantAt(`${year}-01-01` as never), instantAt(`${Number(year) + 1}-01-01` as never)];
    const [found, settings, community] = await Promise.all([
      ctx.store.findAll(cases, { appliedAt: _.gte(from).and(_.lt(to)) }, { without: HEAVY }),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    if (found.length === 0) ctx.refuse('NOTHING_TO_EXPORT');
    const rows = [...found]
      .sort((a, b) => a.appliedAt - b.appliedAt)
      .map(kase => registerRow(kase, { ...ctx, settings, community }));
    const head = ['受理登记号', '类型', '楼栋', '申请日', '受理日', '调解员', '状态', '协议书编号', '结束日', '卷宗号'];
    const lines = rows.map((row): Cell[] => [
      row.number ?? '',
      row.kindName,
      row.building ?? '',
      dayCell(row.appliedAt),
      dayCell(row.acceptedAt),
      row.mediators,
      row.statusText,
      row.agreementNumber ?? '',
      dayCell(row.endedAt),
      row.closingNumber ?? '',
    ]);
    const url = await handOut(ctx, 'xlsx', await workbook([{ name: '调解登记簿', rows: [head, ...lines] }]));
    return { url, name: `调解登记簿-${year}.xlsx` };
  },

  async month({ month }, ctx) {
    const { smallCell } = await settingsOf(ctx.store);
    return monthSheet(ctx.store, month, smallCell);
  },

  async exportMonth({ month }, ctx) {
    const { smallCell } = await settingsOf(ctx.store);
    const sheet = await monthSheet(ctx.store, month, smallCell);
    const cell = (value: number | 'hidden'): Cell => (value === 'hidden' ? `少于${smallCell}或不公开` : { number: value });
    const rows = [['类型', ...sheet.columns], ...sheet.rows.map(row => [row.name, ...row.cells.map(cell)])];
    return { url: await handOut(ctx, 'xlsx', await workbook([{ name: `${month}月报`, rows }])), name: `调解月报-${month}.xlsx` };
  },

  async openFile({ id, reason }, ctx) {
    const { openMinutes } = await settingsOf(ctx.store);
    return inCase(ctx, { id }, 'openFile', async ({ kase }) => {
      await noConflict(ctx, kase);
      const { accountId: by, name } = ctx.session;
      const opening = {
        by,
        name,
        at: ctx.now,
        until: (ctx.now + openMinutes * MINUTE_MS) as Instant,
        reason: seal(reason, openingAt(ctx.session.communityId, id, by, ctx.now)),
      };
      return { change: { openings: [...kase.openings, opening].slice(-50) }, tell: tellPanel(kase, id, 'caseOpened') };
    });
  },

  async saveSeal({ image }, ctx) {
    const picture = pngOf(image) ?? ctx.refuse('NOT_A_PNG');
    const sealed = seal(picture, sealAt(ctx.session.communityId));
    const { settings } = await freshSettings(ctx.store);
    await ctx.store
      .draft(committees, 'main', { quiet: true })
      .save(current => ({ doc: { ...settings, ...current, seal: sealed } }));
    forgetSettings(ctx.session.communityId);
    return { done: true as const };
  },

  async placeSeal({ id, round }, ctx) {
    const { settings, seal: sealed } = await freshSettings(ctx.store);
    if (!sealed) return ctx.refuse('NO_SEAL_IMAGE');
    const image = unseal<string>(sealed, sealAt(ctx.session.communityId));
    return inCase(ctx, { id }, 'placeSeal', async ({ kase }) => {
      await noConflict(ctx, kase);
      ctx.insist(maySign(kase.agreement, 'seal', round));
      const agreement = { ...kase.agreement!, signed: { ...kase.agreement!.signed, seal: ctx.now } };
      const effect = takesEffect({ ...kase, agreement }, id, ctx.now, settings);
      return {
        change: { agreement, ...effect.change },
        parts: [part('seal', { image, round }, 'shared')],
        tell: [...tellAll(ctx, kase, id), ...effect.tell],
      };
    });
  },

  async closeCase({ id }, ctx) {
    const { shortName, retainYears } = await settingsOf(ctx.store);
    return inCase(ctx, { id }, 'closeCase', async ({ kase }) => {
      ctx.insist(mayClose(kase));
      const closed: Partial<Case> = {
        status: 'closed',
        outcome: kase.status,
        closedAt: ctx.now,
        closingNumber: await numberFor(ctx, '卷', shortName, id),
        retainUntil: yearsLater(ctx.today, retainYears),
      };
      return { change: closed };
    });
  },

  async settings(_input, ctx) {
    const { settings, seal: sealed } = await freshSettings(ctx.store);
    return { ...settings, hasSeal: sealed !== undefined, hasKey: canSeal() };
  },

  async saveSettings(settings, ctx) {
    const names = settings.rooms.map(room => room.id);
    if (new Set(names).size !== names.length) ctx.refuse('DOUBLE_ROOM');
    if (new Set(settings.clauses.map(clause => clause.id)).size !== settings.clauses.length) ctx.refuse('DOUBLE_CLAUSE');
    const saved = await ctx.store
      .draft(committees, 'main', { quiet: true })
      .save(current => ({ doc: { ...settings, ...(current?.seal ? { seal: current.seal } : {}) } }));
    forgetSettings(ctx.session.communityId);
    return saved;
  },
};
