/** The channels: what each can, what it lacks, and what its provider's answer means for the next try. */
import type { Attempt, CourierSettings, Letter, Outcome, Way } from '../../../types/letters';
import type { Instant } from '../../../types/time';
import { now as clock } from '../../_shared/clock';
import { ProviderError } from '../../_shared/provider';
import { callPhone, sendSms, smsIsConfigured, type TencentAnswer, voiceIsConfigured } from '../../_shared/tencent';
import { isConfigured, NO_ANSWER, NOT_REACHED, sendSubscribe } from '../../_shared/wechat';
import { robotOf } from '../rules';
import { giveBack, NO_CREDIT, noCreditLeft, smsTemplates, takeCredit, templateIds, voiceTemplates } from './credits';
import { sayToRobot } from './robot';

/** What a letter needs to be sent. */
export type Sendable = Pick<
  Letter,
  'communityId' | 'to' | 'kind' | 'title' | 'text' | 'page' | 'words' | 'phone' | 'urgency' | 'rung' | 'turn' | 'attempts'
> & { id: string };

/** `callId`: by which a pressed key finds the letter. `retryAt`: the channel knows when it has room again. */
export type Result = Attempt & { callId?: string; retryAt?: Instant };
export type Answered = { outcome: Outcome; answer: string; callId?: string; retryAt?: Instant };

/** What a channel of the community lacks before any letter is looked at; undefined: nothing. */
export function lacks(way: Way, { channelsOff }: Pick<CourierSettings, 'channelsOff'>): string | undefined {
  if (way !== 'robot' && channelsOff.includes(way)) return '社区关闭了这个渠道';
  if (way === 'subscribe' && !isConfigured()) return '未配置小程序密钥';
  if (way === 'sms' && !smsIsConfigured()) return '未配置短信服务';
  if (way === 'voice' && !voiceIsConfigured()) return '未配置语音电话服务';
  return undefined;
}

const TEMPLATES = { subscribe: templateIds, sms: smsTemplates, voice: voiceTemplates };
const NO_TEMPLATE = { subscribe: '未配置订阅消息模板', sms: '未配置短信模板', voice: '未配置语音模板' };

/** Why this letter cannot go out on this channel; undefined: it can. */
export function whyNot(letter: Sendable, way: Way, settings: CourierSettings, phone?: string): string | undefined {
  const lacking = lacks(way, settings);
  if (lacking) return lacking;
  if (way === 'robot') return settings.robots.some(({ key }) => key === robotOf(letter.to)) ? undefined : '没有登记这个群机器人';
  if (letter.words?.problems[way]) return letter.words.problems[way];
  if (!letter.words?.[way]) return '这类消息没有这个渠道的写法';
  if (!TEMPLATES[way]()[letter.kind]) return NO_TEMPLATE[way];
  if (way === 'subscribe') return letter.to.startsWith('phone:') ? '没有加入小程序' : undefined;
  return phone ? undefined : '没有登记手机号';
}

/** Sends on one channel. Never throws: what is not known is `unknown`. */
export async function sendOn(way: Way, letter: Sendable, settings: CourierSettings, phone = ''): Promise<Result> {
  const answered = await SENDERS[way](letter, phone, settings).catch(lost);
  return { channel: way, at: clock(), ...answered, answer: answered.answer.slice(0, 200) };
}

type Sender = (letter: Sendable, phone: string, settings: CourierSettings) => Promise<Answered>;
const SENDERS: Record<Way, Sender> = {
  subscribe: letter => bySubscription(letter),
  sms: async (letter, phone) =>
    tencentMeans(await sendSms(phone, smsTemplates()[letter.kind]!, letter.words!.sms!, letter.id.slice(-200))),
  voice: async (letter, phone) =>
    tencentMeans(await callPhone(phone, voiceTemplates()[letter.kind]!, letter.words!.voice!, letter.id.slice(-200))),
  robot: (letter, _phone, settings) =>
    sayToRobot(
      settings.robots.find(({ key }) => key === robotOf(letter.to))!,
      letter.communityId,
      `${letter.title}\n${letter.text}`,
    ),
};

const lost = (error: unknown): Answered => ({
  outcome: error instanceof ProviderError && error.accepted === 'no' ? 'later' : 'unknown',
  answer: error instanceof Error ? error.message : 'error',
});

/** WeChat's answers that mean "not taken, come again": busy, quota of the minute, and our own "never reached". */
const COME_AGAIN = new Set([-1, 45009, NOT_REACHED]);
const REFUSED = 43101;

async function bySubscription({ to, kind, page, words }: Sendable): Promise<Answered> {
  const template = templateIds()[kind]!;
  if (!(await takeCredit(to, template))) return { outcome: 'skipped', answer: NO_CREDIT };
  const data = Object.fromEntries(Object.entries(words!.subscribe!).map(([field, value]) => [field, { value }]));
  const { errcode, errmsg } = await sendSubscribe({ touser: to, template_id: template, page, data });
  if (errcode === 0) return { outcome: 'sent', answer: 'ok' };
  const answer = `${errcode} ${errmsg}`;
  if (errcode === NO_ANSWER) return { outcome: 'unknown', answer };
  await (errcode === REFUSED ? noCreditLeft : giveBack)(to, template);
  return { outcome: COME_AGAIN.has(errcode) ? 'later' : 'failed', answer };
}

/** Tencent Cloud's codes that say "too many just now" and mean that nothing was sent. */
const TOO_MANY = /^(RequestLimitExceeded|LimitExceeded|FailedOperation\.ServiceSuspend)/;

function tencentMeans({ code, message, callId }: TencentAnswer): Answered {
  if (code === 'Ok') return { outcome: 'sent', answer: 'ok', ...(callId ? { callId } : {}) };
  const outcome = TOO_MANY.test(code) ? 'later' : /^InternalError/.test(code) ? 'unknown' : 'failed';
  return { outcome, answer: `${code} ${message}` };
}
