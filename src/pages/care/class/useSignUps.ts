/** Signing several children up in one press: side by side, each with one answer, each safe to be sent again. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CareContract, EnrolmentView } from '../../../../types/care';
import type { InputOf } from '../../../../types/contract';
import { asFailure, type Failure } from '../../../services/door';
import { newRequestId } from '../../../services/gesture';
import { care } from '../queries';

export type SignUp = InputOf<CareContract, 'signUp'>;
export type Answer = { enrolment: EnrolmentView; failure?: undefined } | { enrolment?: undefined; failure: Failure };

/** No answer came: the next press is the same gesture, so that nobody stands in the queue twice. */
const LOST = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];
export const isLost = ({ failure }: Answer): boolean => failure !== undefined && LOST.includes(failure.code);

export function useSignUps() {
  const client = useQueryClient();
  const gestures = useRef(new Map<string, string>());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<Record<string, Answer>>({});

  const one = async (input: SignUp): Promise<Answer> => {
    const key = JSON.stringify(input);
    const requestId = gestures.current.get(key) ?? newRequestId();
    gestures.current.set(key, requestId);
    const answer: Answer = await care('signUp', input, requestId).then(
      enrolment => ({ enrolment }),
      error => ({ failure: asFailure(error) }),
    );
    if (!isLost(answer)) gestures.current.delete(key);
    setAnswers(known => ({ ...known, [input.childId]: answer }));
    return answer;
  };
  const run = async (inputs: readonly SignUp[]) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    await Promise.all(inputs.map(one));
    running.current = false;
    setBusy(false);
    void client.invalidateQueries({ queryKey: [care.domain] });
  };
  return { run, busy, answers };
}
