/**
 * WeChat asks before the first use of a private interface (telephone number, album, clipboard). It hands us the question; the sheet of
 * ours (components/PrivacySheet) shows it in plain words and gives the answer back.
 */
import Taro from '@tarojs/taro';
import { isWeapp } from './platform';

type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string };
export type PrivacyQuestion = { answer: (answer: Answer) => void };
type Listener = (question: PrivacyQuestion | undefined) => void;

const listeners = new Set<Listener>();
let open: PrivacyQuestion | undefined;

function tell(question: PrivacyQuestion | undefined): void {
  open = question;
  for (const listener of listeners) listener(question);
}

/** Call once when the app starts. */
export function startPrivacy(): void {
  if (!isWeapp || !Taro.onNeedPrivacyAuthorization) return;
  Taro.onNeedPrivacyAuthorization((resolve: (answer: Answer) => void) => {
    tell({
      answer: answer => {
        resolve(answer);
        if (answer.event !== 'exposureAuthorization') tell(undefined);
      },
    });
    resolve({ event: 'exposureAuthorization' });
  });
}

/** The sheet follows the question that is open now. @returns how to stop following. */
export function followPrivacy(listener: Listener): () => void {
  listeners.add(listener);
  listener(open);
  return () => listeners.delete(listener);
}

export function openPrivacyContract(): void {
  Taro.openPrivacyContract?.({});
}
