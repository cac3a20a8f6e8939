/**
 * Files of a case. They come by a ticket into the storage, are sealed when they are handed in and removed in the clear; they are read
 * through an unsealed copy that lives ten minutes.
 */
import type { Case, Content, FileContent, PartRef } from '../../types/mediation';
import type { Context } from '../_shared/context';
import { newId } from '../_shared/draft';
import { files } from '../_shared/files';
import { sealBytes, unsealBytes } from '../_shared/seal';
import { caseFiles } from './collections';
import { digest } from './ids';

export const FILE_BYTES = 8 * 1024 * 1024;
export const FILES_MOST = 12;

const MIME: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const endingOf = (mime: string): string => Object.entries(MIME).find(([, known]) => known === mime)?.[0] ?? 'bin';

/** What the first bytes say; a file is what it is, not what it is called. */
export function mimeOf(content: Buffer): string | undefined {
  const starts = (hex: string): boolean => content.subarray(0, hex.length / 2).toString('hex') === hex;
  if (starts('ffd8ff')) return MIME.jpg;
  if (starts('89504e470d0a1a0a')) return MIME.png;
  if (starts('25504446')) return MIME.pdf;
  if (starts('494433') || starts('fffb') || starts('fff3')) return MIME.mp3;
  return content.subarray(4, 8).toString('latin1') === 'ftyp' ? MIME.mp4 : undefined;
}

const idOf = (fileId: string): string => digest(['file', fileId]);

/** Permission to upload one file, remembered with who asked: nobody hands in what another uploaded. */
export async function uploadTicket(ctx: Context, ending: string) {
  await ctx.store.author.guard;
  const ticket = await files.ticket(`mediation-in/${ctx.session.communityId}/${newId('up')}.${ending}`);
  const doc = { fileId: ticket.fileId, by: ctx.session.accountId, at: ctx.now, way: 'in' as const, mime: MIME[ending] ?? '' };
  await ctx.store.draft(caseFiles, idOf(ticket.fileId), { quiet: true, fresh: true }).save(() => ({ doc }));
  return ticket;
}

type Refusing = Context<'FILE_NOT_USABLE'>;
const whereOf = (ctx: Context, caseId: string, path: string): string[] => [ctx.store.communityId, caseId, 'file', path];
const pathIn = (fileId: string): string => /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? fileId;

/** What this person uploaded by its own ticket, in the clear. @throws Refusal FILE_NOT_USABLE */
export async function broughtFile(ctx: Refusing, fileId: string, most: number): Promise<{ mime: string; content: Buffer }> {
  const upload = await ctx.store.read(caseFiles, idOf(fileId));
  if (upload?.way !== 'in' || upload.by !== ctx.session.accountId) return ctx.refuse('FILE_NOT_USABLE');
  const content = await files.get(fileId).catch(() => ctx.refuse('FILE_NOT_USABLE'));
  const mime = mimeOf(content);
  return mime && content.length <= most ? { mime, content } : ctx.refuse('FILE_NOT_USABLE');
}

/** Seals an uploaded file into the case; the same gesture seals into the same place. The plain one is still there afterwards. */
export async function takeIn(
  ctx: Refusing,
  caseId: string,
  file: { fileId: string; name: string; note?: string },
): Promise<FileContent> {
  const { mime, content } = await broughtFile(ctx, file.fileId, FILE_BYTES);
  const path = `mediation/${ctx.store.communityId}/${digest([caseId, file.fileId])}.seal`;
  const fileId = await files.put(path, sealBytes(content, whereOf(ctx, caseId, path)));
  return { name: file.name, mime, bytes: content.length, fileId, note: file.note };
}

/** The plain upload goes as soon as the case names the sealed one; what fails here is tidied within a day. */
export async function removePlain(ctx: Context, fileId: string): Promise<void> {
  await files.remove(fileId).catch(() => undefined);
  await ctx.store.together(tx => tx.remove(caseFiles, idOf(fileId))).catch(() => undefined);
}

export async function unsealFile(ctx: Context, caseId: string, content: FileContent): Promise<Buffer> {
  return unsealBytes(await files.get(content.fileId), whereOf(ctx, caseId, pathIn(content.fileId)));
}

/** A copy in the clear under a name nobody guesses; taken away after ten minutes. @returns its address. */
export async function handCopy(ctx: Context, mime: string, content: Buffer): Promise<string> {
  await ctx.store.author.guard;
  const fileId = await files.put(`mediation-out/${ctx.store.communityId}/${newId('copy')}.${endingOf(mime)}`, content);
  const doc = { fileId, by: ctx.session.accountId, at: ctx.now, way: 'out' as const, mime };
  const [address] = await Promise.all([
    files.address(fileId),
    ctx.store.draft(caseFiles, idOf(fileId), { quiet: true, fresh: true }).save(() => ({ doc })),
  ]);
  return address;
}

/** Files that this side (or the panel) has brought so far. */
export const broughtBy = (kase: Pick<Case, 'parts'>, from: PartRef['from']): number =>
  kase.parts.filter(each => each.kind === 'evidence' && each.from === from).length;

export const isFile = (content: Content): content is Extract<Content, { kind: 'evidence' }> => content.kind === 'evidence';
export const DOCX = MIME.docx!;
export const PDF = MIME.pdf!;
export const MP3 = MIME.mp3!;
