/** How one kind of message is written: its sentence for the message centre, and its words on each channel. */
export type MessageData = Record<string, string>;

/**
 * How much a message hurries. `normal` waits out the quiet hours on its channels (the message centre has it at once) and counts
 * towards the day's limit per person; `urgent` is pushed right after the deed, outside the quiet hours; `emergency` at once, always.
 */
export const URGENCIES = ['normal', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The headings under which a person chooses what may be pushed. */
export const MESSAGE_CATEGORIES = ['meals', 'family', 'notices', 'care', 'mediation', 'safety'] as const;
export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number];

/** What can reach a person beside the message centre: WeChat's one-time subscription message, a text, a telephone call. */
export const CHANNELS = ['subscribe', 'sms', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Rungs: the channels of one rung go out together; the next rung follows when none of them was sent. */
export type Ladder = readonly (readonly Channel[])[];

export type MessageForm = {
  category: MessageCategory;
  /** Default `normal`; whoever tells the message may say otherwise. */
  urgency?: Urgency;
  title: string;
  /** The sentence in the message centre; `{x}` is replaced by data.x. */
  text: string;
  /** Page opened by a tap, with the same placeholders. */
  page: string;
  /** WeChat template field → text with placeholders; absent: no subscription message of this kind. */
  template?: Record<string, string>;
  /** What stands for {1}, {2}… in the approved text of the SMS; each at most `SMS_PARAM_MAX` characters, never a link. */
  sms?: readonly string[];
  /** What stands for the parameters of the voice template; all together at most `VOICE_MAX` characters. */
  voice?: readonly string[];
  /** Default: a subscription message where there is a template, else nothing but the message centre. A setting of the community wins. */
  ladder?: Ladder;
  /** The person is asked for 知道了 in the message centre; event `message.acknowledged`. */
  confirm?: boolean;
};

/** Tencent Cloud SMS: a variable of a notification takes at most 6 characters (document 382/13301). */
export const SMS_PARAM_MAX = 6;
/** Tencent Cloud voice: the spoken text has at most 350 characters. */
export const VOICE_MAX = 350;

export const fillIn = (text: string, data: MessageData): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => data[key] ?? '');

/** Longest text by kind of field, in characters; the kind is the field's name without its number (`thing1` → thing). */
const LIMITS: Readonly<Record<string, number>> = {
  character_string: 32,
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  phrase: 5,
  name: 10,
  amount: 12,
  phone_number: 17,
  car_number: 8,
  time: 40,
  date: 40,
};

const kindOf = (field: string): string => field.replace(/\d+$/, '');

/** What WeChat takes in a field, beyond its length; a kind that is not here takes any text. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  character_string: /^[^\p{Script=Han}]+$/u,
  number: /^-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]+$/,
  symbol: /^[^\p{Letter}\p{Number}]+$/u,
  phrase: /^\p{Script=Han}+$/u,
  name: /^[^\d]+$/u,
  amount: /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]+$/,
  time: /\d{1,2}:\d{2}/,
  date: /\d{1,4}[年月\-/.]\d{1,2}/,
};

/** Cut with … where it is too long; line breaks and doubled spaces become one space. */
export function cut(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** Text as it fits the template field: cut where WeChat would refuse it (error 47003). A phrase is cut without …, which is no Chinese. */
export function fitsTemplate(field: string, text: string): string {
  const kind = kindOf(field);
  const most = LIMITS[kind] ?? 20;
  if (kind === 'phrase')
    return [...text]
      .filter(letter => /\p{Script=Han}/u.test(letter))
      .slice(0, most)
      .join('');
  if (kind === 'name') return cut(text.replace(/\d/g, ''), most);
  return cut(text, most);
}

/** Why WeChat would refuse this text in this field, or undefined. */
export function fieldProblem(field: string, text: string): string | undefined {
  const kind = kindOf(field);
  if (text === '') return `${field} 是空的`;
  if ([...text].length > (LIMITS[kind] ?? 20)) return `${field} 太长`;
  return SHAPES[kind]?.test(text) === false ? `${field} 不合格式` : undefined;
}

/** A message as it was composed, with the words of each channel; `problems` says which channel cannot carry it and why. */
export type Composed = {
  title: string;
  text: string;
  page: string;
  subscribe?: Record<string, string>;
  sms?: string[];
  voice?: string[];
  problems: Partial<Record<Channel, string>>;
};

function composeTemplate(template: Record<string, string>, data: MessageData) {
  const fields = Object.entries(template).map(([field, text]) => {
    const fitted = fitsTemplate(field, fillIn(text, data));
    return [field, fitted === '' && kindOf(field) === 'thing' ? '—' : fitted] as const;
  });
  const problem = fields.map(([field, text]) => fieldProblem(field, text)).find(Boolean);
  return { fields: Object.fromEntries(fields), problem };
}

/** Writes a message for the message centre and for every channel it has words for; limits are kept here, not when the send fails. */
export function compose(form: MessageForm, data: MessageData): Composed {
  const problems: Composed['problems'] = {};
  const composed: Composed = {
    title: fillIn(form.title, data),
    text: fillIn(form.text, data),
    page: fillIn(form.page, data),
    problems,
  };
  if (form.template) {
    const { fields, problem } = composeTemplate(form.template, data);
    if (problem) problems.subscribe = `模板字段填不进去：${problem}`;
    else composed.subscribe = fields;
  }
  if (form.sms) composed.sms = form.sms.map(text => cut(fillIn(text, data), SMS_PARAM_MAX) || '—');
  if (form.voice) {
    const params = form.voice.map(text => fillIn(text, data).replace(/\s+/g, ' ').trim());
    const others = params.slice(0, -1).reduce((sum, text) => sum + [...text].length, 0);
    composed.voice = [...params.slice(0, -1), cut(params.at(-1) ?? '', Math.max(1, VOICE_MAX - others))];
    if (others >= VOICE_MAX) problems.voice = '电话里要念的话太长';
  }
  return composed;
}

/** The rungs of a form when the community has set none. */
export const ladderOf = (form: MessageForm): Ladder => form.ladder ?? (form.template ? [['subscribe']] : []);
