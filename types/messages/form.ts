/** How one kind of message is written: its sentence for the message centre, and the fields of its WeChat template. */
export type MessageData = Record<string, string>;

/**
 * How much a message hurries. `normal` waits out the quiet hours on its channels (the message centre has it at once) and counts
 * towards the day's limit per person; `urgent` is pushed right after the deed, outside the quiet hours; `emergency` at once, always.
 */
export type Urgency = 'normal' | 'urgent' | 'emergency';

/** The headings under which a person chooses what may be pushed. */
export type MessageCategory = 'meals' | 'family' | 'notices' | 'care' | 'mediation' | 'safety';

export type MessageForm = {
  category: MessageCategory;
  /** Default `normal`. */
  urgency?: Urgency;
  title: string;
  /** The sentence in the message centre; `{x}` is replaced by data.x. */
  text: string;
  /** Page opened by a tap, with the same placeholders. */
  page: string;
  /** WeChat template field → text with placeholders; absent: the kind stays inside the product. */
  template?: Record<string, string>;
  /** What stands for {1}, {2}… in the approved text of the SMS. */
  sms?: readonly string[];
  /** What stands for the parameters of the voice template. */
  voice?: readonly string[];
  /** Rungs of channels: those of one rung go out together, the next follows when none of them was sent. */
  ladder?: readonly (readonly ('subscribe' | 'sms' | 'voice')[])[];
};

export const fillIn = (text: string, data: MessageData): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => data[key] ?? '');

const LIMITS: readonly [prefix: string, max: number][] = [
  ['character_string', 32],
  ['thing', 20],
  ['number', 32],
  ['letter', 32],
  ['phrase', 5],
  ['name', 10],
  ['amount', 12],
  ['phone_number', 17],
  ['time', 40],
  ['date', 40],
];

/** Text as it fits the template field: cut with … where WeChat would refuse it (error 47003). */
export function fitsTemplate(field: string, text: string): string {
  const limit = LIMITS.find(([prefix]) => field.startsWith(prefix))?.[1] ?? 20;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
