/** Writing a notice: drafts, their files, the preview. */
import type { Notice, NoticesContract } from '../../../types/notices';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { digest } from '../../_shared/digest';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { LIGHT } from '../../_shared/store';
import { notices } from '../collections';
import { answer, eyeOf, seesDrafts } from '../desk';
import { freeze } from '../preview';
import { fileFolder, isNoticeFile, isOffice, mayBeEmergency, mayEdit, mayWrite, noBlanks, timesAgree } from '../rules';
import { partsOf } from '../rulesOfAudience';
import { settingsOf } from '../settings';
import { noticeRow } from '../views';

type Writing = Pick<
  HandlersOf<NoticesContract>,
  'desk' | 'notice' | 'fileTicket' | 'saveNotice' | 'dropNotice' | 'previewNotice'
>;

const ROWS = 30;
/** What a list does not show. */
const BULKY = [...LIGHT, 'body', 'audience', 'pictures', 'frozen.buildings'] as const;
const LISTS = {
  drafts: ['draft', 'waitingForEyes', 'scheduled'],
  waiting: ['waitingForEyes'],
  out: ['scheduled', 'sending', 'sent', 'recalled'],
} as const;

export const writingHandlers: Writing = {
  /** Drafts are one's own; what waits is the office's to see. */
  async desk({ list, before }, ctx) {
    const { accountId } = ctx.session;
    const office = isOffice(ctx.session);
    const own = list === 'drafts' || (list === 'waiting' && !office) ? { by: accountId } : {};
    const when = before ? { at: _.lt(before) } : {};
    const [found, waiting, settings] = await Promise.all([
      ctx.store.find(
        notices,
        { ...own, ...when, status: _.in([...LISTS[list]]) },
        { order: ['-at'], limit: ROWS, without: BULKY },
      ),
      office ? ctx.store.count(notices, { status: 'waitingForEyes', by: _.neq(accountId) }) : 0,
      settingsOf(ctx.store),
    ]);
    return {
      now: ctx.now,
      notices: found.map(notice => noticeRow(notice, accountId, ctx.now)),
      waiting,
      may: { write: mayWrite(ctx.session, settings.senders), emergency: mayBeEmergency(ctx.session) },
    };
  },

  async notice({ id }, ctx) {
    const [notice, eye] = await Promise.all([ctx.store.need(notices, id), eyeOf(ctx)]);
    if (!seesDrafts(notice, eye)) ctx.refuse('NOT_FOUND');
    return answer(notice, eye);
  },

  async fileTicket({ ending }, ctx) {
    const { senders } = await settingsOf(ctx.store);
    ctx.insist(mayWrite(ctx.session, senders));
    return files.ticket(`${fileFolder(ctx.session.communityId)}${newId('file')}.${ending}`);
  },

  async saveNotice({ id, ...words }, ctx) {
    const { accountId, name } = ctx.session;
    const draft = ctx.store.draft(notices, id ?? newNoticeId(ctx), { quiet: true, fresh: !id });
    const eye = await eyeOf(ctx);
    const { senders } = eye.settings;
    ctx.insist(mayWrite(ctx.session, senders));
    if (words.emergency) ctx.insist(mayBeEmergency(ctx.session));
    ctx.insist(timesAgree(words, ctx.now));
    const named = [...words.pictures, ...(words.attachment ? [words.attachment.fileId] : [])];
    if (!named.every(fileId => isNoticeFile(fileId, ctx.session.communityId))) ctx.refuse('UNKNOWN_FILE');
    const saved = await draft.save(current => {
      if (!current && id) return ctx.refuse('NOT_FOUND');
      if (current) ctx.insist(mayEdit(current, ctx.session, senders));
      const fresh: Notice = {
        ...words,
        status: 'draft',
        by: accountId,
        byName: name,
        at: ctx.now,
        edition: 1,
        pinned: false,
        reminders: [],
      };
      return {
        doc: current ? { ...fresh, by: current.by, byName: current.byName, at: current.at, edition: current.edition + 1 } : fresh,
      };
    });
    return answer(saved, eye);
  },

  async dropNotice({ id }, ctx) {
    const draft = ctx.store.draft(notices, id, { quiet: true });
    const { senders } = await settingsOf(ctx.store);
    await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayEdit(current, ctx.session, senders));
      return { doc: { ...current, status: 'dropped', frozen: undefined } };
    });
    return { done: true as const };
  },

  /** The words and the audience that were read are the ones that are frozen; who changes them meanwhile wins, and looks again. */
  async previewNotice({ id }, ctx) {
    const draft = ctx.store.draft(notices, id, { quiet: true });
    const [notice, eye] = await Promise.all([draft.current(), eyeOf(ctx)]);
    if (!notice) return ctx.refuse('NOT_FOUND');
    if (isRepeated(notice, ctx)) return answer(notice, eye);
    ctx.insist(mayEdit(notice, ctx.session, eye.settings.senders));
    if (notice.emergency) ctx.insist(mayBeEmergency(ctx.session));
    ctx.insist(noBlanks(notice));
    const frozen = await freeze(id, notice, partsOf(ctx.session.grants, eye.settings.senders), ctx);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayEdit(current, ctx.session, eye.settings.senders));
      if (current.edition !== notice.edition) return ctx.refuse('BUSY');
      return { doc: { ...current, frozen } };
    });
    return answer(saved, eye);
  },
};

/** The same gesture makes the same draft. */
const newNoticeId = (ctx: Context): string => `n-${digest(['notice', ctx.session.accountId, ctx.store.author.requestId])}`;

/** This very gesture has been done: working the list out once more would be for nothing. */
const isRepeated = (notice: { history: readonly { requestId: string; action: string }[] }, ctx: Context): boolean =>
  notice.history.some(deed => deed.requestId === ctx.store.author.requestId && deed.action === ctx.store.author.action);
