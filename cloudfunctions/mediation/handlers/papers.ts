/** Papers that leave the case: the agreement, the application for judicial confirmation, the whole file, and who read it. */
import type { AgreementContent, Case, Deed, MediationContract, PartView } from '../../../types/mediation';
import { dayOf } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { papers } from '../../_shared/papers';
import type { Paper, Part, Press } from '../../_shared/papers/types';
import { unseal } from '../../_shared/seal';
import { LIGHT } from '../../_shared/store';
import { caseReads, cases } from '../collections';
import { DOCX, handCopy, isFile, PDF, unsealFile } from '../evidence';
import { logRead } from '../log';
import { agreementPaper, confirmationPaper } from '../papers/agreement';
import { type Brought, binderOf, signaturesIn } from '../papers/casefile';
import { checkFile } from '../papers/sections';
import { namesOf, partRows, readable } from '../parts';
import { mayConfirm } from '../rules/deeds';
import { openedUntil } from '../rules/standing';
import { type CaseContext, sceneOf } from '../scene';
import { settingsOf } from '../settings';
import { agreementIn } from '../views';
import { openingAt } from '../where';

type Papers = Pick<HandlersOf<MediationContract>, 'agreementPaper' | 'confirmationPaper' | 'fileCheck' | 'caseFile' | 'reads'>;
type Opening = CaseContext & Pick<Context<'FILE_CLOSED'>, 'refuse'>;
type Opened = { kase: Stored<Case>; parts: PartView[]; standing: ReturnType<typeof sceneOf>['standing'] };

/** The parts this person may read, images too; the office only with an opened file. One wave. */
async function opened(ctx: Opening, id: string, deed: Deed): Promise<Opened> {
  await ctx.store.author.guard;
  const [kase, rows] = await Promise.all([ctx.store.read(cases, id), partRows(ctx.store, id, true)]);
  const { kase: found, standing } = sceneOf(ctx, kase, deed);
  const open = openedUntil(found, ctx.session.accountId, ctx.now) !== undefined;
  if (standing === 'office' && !open) ctx.refuse('FILE_CLOSED');
  return { kase: found, parts: readable(ctx.store, found, rows, standing, open), standing };
}

const inFormat = async (paper: Paper, format: 'pdf' | 'docx'): Promise<Buffer> => {
  const press = await papers();
  return Buffer.from(await (format === 'pdf' ? press.makePdf(paper) : press.makeDocx(paper)));
};

function needAgreement(ctx: CaseContext, { kase, parts }: Opened): AgreementContent {
  return agreementIn(parts, kase) ?? ctx.refuse('NOT_NOW', { status: kase.status });
}

/** Sound and film are not printed; everything else is unsealed for the binder. */
async function broughtFiles(ctx: CaseContext, caseId: string, parts: readonly PartView[]): Promise<Map<string, Brought>> {
  const files = parts
    .filter(part => part.kind === 'evidence')
    .filter(part => isFile(part) && /image|pdf/.test(part.content.mime));
  const pairs = files.map(
    async part => [part.id, { content: part.content, bytes: await unsealFile(ctx, caseId, part.content) }] as const,
  );
  return new Map(await Promise.all(pairs));
}

/** A PDF that cannot be read must not keep the file from being bound: it stays out and its sheet says so. */
async function bind(press: Press, binder: Parameters<Press['joinPdfs']>[0]): Promise<Uint8Array> {
  try {
    return await press.joinPdfs(binder);
  } catch {
    return press.joinPdfs({ ...binder, parts: binder.parts.map(withoutPdf) });
  }
}
const withoutPdf = (part: Part): Part =>
  'pdf' in part
    ? {
        title: part.title,
        paper: { title: part.title, blocks: [{ kind: 'paragraph', text: '（原文件无法并入，以电子形式另存）' }] },
      }
    : part;

export const paperHandlers: Papers = {
  async agreementPaper({ id, format }, ctx) {
    const [file, settings] = await Promise.all([opened(ctx, id, 'agreementPaper'), settingsOf(ctx.store)]);
    const content = needAgreement(ctx, file);
    const made = await inFormat(agreementPaper(content, settings, signaturesIn(file.kase, file.parts)), format);
    await logRead(ctx, id, file.standing, 'agreement', ['agreement']);
    return { url: await handCopy(ctx, format === 'pdf' ? PDF : DOCX, made), name: `人民调解协议书.${format}` };
  },

  async confirmationPaper({ id, format }, ctx) {
    const [file, settings] = await Promise.all([opened(ctx, id, 'confirmationPaper'), settingsOf(ctx.store)]);
    const { kase } = file;
    ctx.insist(mayConfirm(kase, ctx.today));
    const about = {
      court: settings.court,
      committee: settings.committee,
      effectiveOn: dayOf(kase.effectiveAt!),
      until: kase.confirmUntil!,
    };
    const made = await inFormat(confirmationPaper(needAgreement(ctx, file), about), format);
    await logRead(ctx, id, file.standing, 'agreement', ['agreement']);
    return { url: await handCopy(ctx, format === 'pdf' ? PDF : DOCX, made), name: `司法确认申请书.${format}` };
  },

  async fileCheck({ id }, ctx) {
    const { kase } = sceneOf(ctx, await ctx.store.read(cases, id), 'caseFile');
    return checkFile(kase);
  },

  async caseFile({ id }, ctx) {
    const [{ kase, parts, standing }, settings] = await Promise.all([opened(ctx, id, 'caseFile'), settingsOf(ctx.store)]);
    const brought = await broughtFiles(ctx, id, parts);
    const binder = binderOf({ kase, parts, names: namesOf(ctx.store, kase), settings, brought });
    const pdf = Buffer.from(await bind(await papers(), binder));
    await logRead(ctx, id, standing, 'caseFile', ['names', ...parts.map(part => part.kind)]);
    const missing = checkFile(kase).sections.flatMap(section => section.missing ?? []);
    const name = `卷宗-${kase.closingNumber ?? kase.number ?? '未受理'}.pdf`;
    return { url: await handCopy(ctx, PDF, pdf), name, pieces: binder.parts.length, missing };
  },

  async reads({ id }, ctx) {
    const [kase, found] = await Promise.all([
      ctx.store.read(cases, id),
      ctx.store.find(caseReads, { of: id }, { order: ['-at'], limit: 300, without: LIGHT }),
    ]);
    const { kase: mine, standing } = sceneOf(ctx, kase, 'caseFile');
    if (standing !== 'panel') return ctx.refuse('NOT_YOUR_PART');
    const openings = mine.openings.map(({ by, name, at, until, reason }) => ({
      at,
      name,
      until,
      reason: unseal<string>(reason, openingAt(ctx.session.communityId, id, by, at)),
    }));
    return { reads: found.map(({ at, name, as, what, kinds }) => ({ at, name, as, what, kinds })), openings: openings.reverse() };
  },
};
