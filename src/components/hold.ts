/** A button that has to be held: whole seconds counted down, so that a brush of the hand calls nobody. */
const SECOND_MS = 1000;

export const HOLD_SECONDS = 3;

interface Holding {
  seconds: number;
  /** At once with all seconds, then each second with what is left. */
  onSecond: (left: number) => void;
  /** Held to the end. */
  onHeld: () => void;
}

/** @returns what to call when the finger lets go; afterwards nothing happens any more */
export function hold({ seconds, onSecond, onHeld }: Holding): () => void {
  let left = seconds;
  onSecond(left);
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return onSecond(left);
    clearInterval(timer);
    onHeld();
  }, SECOND_MS);
  return () => clearInterval(timer);
}
