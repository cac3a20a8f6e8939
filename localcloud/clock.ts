/**
 * The clock of the local cloud: the machine's time plus an offset that can be moved. The offset lives in shared memory, so that
 * workers see a move at once, even in the midst of an event.
 */
export class Clock {
  /** Eight bytes, one double: the offset in milliseconds. Given to every worker. */
  readonly shared = new SharedArrayBuffer(8);
  private readonly offset = new Float64Array(this.shared);

  /** @returns epoch milliseconds. */
  readonly now = (): number => Date.now() + (this.offset[0] ?? 0);

  /** Moves the clock to `now` (epoch ms); it keeps ticking from there. */
  set(now: number): void {
    this.offset[0] = Math.round(now - Date.now());
  }
}
