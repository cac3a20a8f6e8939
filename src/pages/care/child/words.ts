/** A child's file in a line each. Pure. */
import type { AdultView, ConsentView, GuardianView } from '../../../../types/care';
import { dateText, dayOf, type Instant } from '../../../../types/time';
import { PURPOSE, timeText } from '../words';

/** Which are agreed to: 同意了托管与接送安全；没有同意活动照片. */
export function consentsText(consents: readonly Pick<ConsentView, 'purpose' | 'holds'>[]): string {
  const names = (holds: boolean) =>
    consents
      .filter(consent => consent.holds === holds)
      .map(({ purpose }) => PURPOSE[purpose].name)
      .join('、');
  return [names(true) && `同意了：${names(true)}`, names(false) && `没有同意：${names(false)}`].filter(Boolean).join('；');
}

/** 李敏（妈妈）、王强（爸爸，等他接受） */
export const guardiansText = (guardians: readonly Pick<GuardianView, 'name' | 'relation' | 'status'>[]): string =>
  guardians
    .filter(({ status }) => status !== 'ended')
    .map(({ name, relation, status }) => `${name}（${relation}${status === 'invited' ? '，等对方接受' : ''}）`)
    .join('、');

/** Who collects it besides the guardians; nobody is said in words. */
export function adultsText(adults: readonly Pick<AdultView, 'name' | 'relation' | 'kind'>[]): string {
  const standing = adults.filter(({ kind }) => kind === 'standing');
  return standing.length > 0 ? standing.map(({ name, relation }) => `${name}（${relation}）`).join('、') : '现在只有监护人能接';
}

/** 11月26日 16:35 */
export const readTime = (at: Instant): string => `${dateText(dayOf(at))} ${timeText(at)}`;
