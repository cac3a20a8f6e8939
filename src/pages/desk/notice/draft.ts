/** A notice while it is being written; what the contract wants is made of it, or what is missing is said beside the line. */
import type { InputOf } from '../../../../types/contract';
import type { Audience, NoticesContract, NoticeView, Template } from '../../../../types/notices';
import type { Instant } from '../../../../types/time';
import { type AudienceDraft, audienceOf, draftOfAudience, wholeCommunity } from './audience';

type Input = InputOf<NoticesContract, 'saveNotice'>;
export type Shown = { fileId: string; url: string; name: string };

export interface NoticeDraft extends Omit<Input, 'audience' | 'pictures' | 'attachment' | 'place'> {
  place: string;
  pictures: readonly Shown[];
  attachment?: Shown;
  audience: AudienceDraft;
  /** An audience that this screen cannot show as chips; it is kept until another one is chosen. */
  kept?: Audience;
}

export const emptyNotice: NoticeDraft = {
  title: '',
  body: '',
  place: '',
  category: 'other',
  pictures: [],
  needsConfirmation: false,
  emergency: false,
  public: true,
  robots: [],
  audience: wholeCommunity,
};

/** The saved draft, opened again. */
export function draftOfNotice(notice: NoticeView): NoticeDraft {
  const { id, title, body, category, pictures, attachment, startsAt, endsAt, expiresAt, robots } = notice;
  const audience = draftOfAudience(notice.audience);
  return {
    id,
    title,
    body,
    category,
    pictures,
    ...(attachment ? { attachment } : {}),
    place: notice.place ?? '',
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(endsAt === undefined ? {} : { endsAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    needsConfirmation: notice.needsConfirmation,
    emergency: notice.emergency,
    public: notice.public,
    robots,
    audience: audience ?? wholeCommunity,
    ...(audience ? {} : { kept: notice.audience }),
  };
}

/** The words of a template over what stands; whom it is for stays. */
export const withTemplate = (draft: NoticeDraft, template: Template): NoticeDraft => ({
  ...draft,
  title: template.title,
  body: template.body,
  category: template.category,
  needsConfirmation: template.needsConfirmation,
  emergency: template.emergency,
});

/** Blanks of a template that nobody has filled in: 【日期】. */
export const blanksIn = ({ title, body }: Pick<NoticeDraft, 'title' | 'body'>): string[] => [
  ...new Set(`${title}${body}`.match(/【[^】]*】/g) ?? []),
];

export type Wrong = Partial<Record<'title' | 'body' | 'endsAt' | 'expiresAt', string>>;

/** What has to be put right before the next step; the cloud judges the rest. */
export function wrongIn(draft: NoticeDraft, now: Instant): Wrong {
  const blanks = blanksIn(draft).join('');
  const [inTitle, inBody] = [draft.title.includes('【'), draft.body.includes('【')];
  return {
    ...(draft.title.trim() === '' ? { title: '请写标题' } : inTitle ? { title: `请把${blanks}换成实际内容` } : {}),
    ...(draft.body.trim() === '' ? { body: '请写正文' } : inBody ? { body: `请把${blanks}换成实际内容` } : {}),
    ...(draft.startsAt !== undefined && draft.endsAt !== undefined && draft.endsAt <= draft.startsAt
      ? { endsAt: '结束要晚于开始' }
      : {}),
    ...(draft.expiresAt !== undefined && draft.expiresAt <= now ? { expiresAt: '请选以后的时间' } : {}),
  };
}

export function inputOfNotice(draft: NoticeDraft): Input {
  const { audience, kept, place, pictures, attachment, title, body, ...rest } = draft;
  return {
    ...rest,
    title: title.trim(),
    body: body.trim(),
    pictures: pictures.map(({ fileId }) => fileId),
    ...(attachment ? { attachment: { fileId: attachment.fileId, name: attachment.name } } : {}),
    ...(place.trim() ? { place: place.trim() } : {}),
    audience: kept ?? audienceOf(audience),
  };
}
