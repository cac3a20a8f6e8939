/**
 * Every message the product can send, as data; each domain has its file of forms beside this one.
 * A field limit is checked when the text is composed (`fitsTemplate`), not when the send fails.
 * Limits are those of WeChat's one-time subscription messages: thing 20 characters, time a 24-hour time, phrase 5, amount ¥, character_string 32.
 */
import { canteenForms } from './canteen';
import type { MessageForm } from './form';
import { peopleForms } from './people';
import { safetyForms } from './safety';

export * from './form';

const forms = { ...canteenForms, ...peopleForms, ...safetyForms };

export type MessageKind = keyof typeof forms;
export const messageForms: Record<MessageKind, MessageForm> = forms;
