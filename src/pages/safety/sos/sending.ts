/** Sends one gesture until it arrives or is refused. A lost call is sent again with the same id: the server raises one alert. */
import type { AlertView } from '../../../../types/safety';
import { Failure } from '../../../services/door';
import { type SosGesture, sendSos } from '../../../services/sos';

/** What another sending can change. */
const LOST = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5_000;

/** Sooner at first, then steadily; never given up while the page is open. */
export const waitAfter = (tries: number): number => Math.min(FIRST_WAIT_MS * tries, LONGEST_WAIT_MS);

interface Hears {
  /** Lost so many times; it will be sent again. */
  onLost: (tries: number, code: string) => void;
  onRaised: (alert: AlertView) => void;
  onRefused: (failure: Failure) => void;
}

/** @returns how to stop, when the page is left */
export function keepSending(gesture: SosGesture, hears: Hears, again = sendSos): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = async (sending: SosGesture['first'], tries: number): Promise<void> => {
    const reply = await sending;
    if (stopped) return;
    if (reply.ok) return hears.onRaised(reply.data as AlertView);
    const { code, details, requestId } = reply.error;
    if (!LOST.includes(code)) return hears.onRefused(new Failure(code as Failure['code'], details, requestId));
    hears.onLost(tries, code);
    timer = setTimeout(() => void listen(again(gesture), tries + 1), waitAfter(tries));
  };
  void listen(gesture.first, 1);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
