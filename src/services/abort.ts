/** A small AbortController for WeChat's script engine, which has none. The build puts it where that name is used (config/plugins/webpack.ts). */
type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown;
  private readonly listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** @internal called by the controller alone */
  fire(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}

export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    if (!this.signal.aborted) this.signal.fire(reason);
  }
}
