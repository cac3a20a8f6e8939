/**
 * Every message the product can send, as data; each domain has its file of forms beside this one.
 * Limits of fields, texts and calls are kept when a message is composed (`compose`), not when the send fails.
 */
import { canteenForms } from './canteen';
import { careForms } from './care';
import { courierForms } from './courier';
import type { MessageForm } from './form';
import { mediationForms } from './mediation';
import { noticeForms } from './notices';
import { peopleForms } from './people';
import { safetyForms } from './safety';

export * from './form';

const forms = {
  ...canteenForms,
  ...careForms,
  ...courierForms,
  ...mediationForms,
  ...noticeForms,
  ...peopleForms,
  ...safetyForms,
};

export type MessageKind = keyof typeof forms;
export const messageForms: Record<MessageKind, MessageForm> = forms;
