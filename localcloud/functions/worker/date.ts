/** Makes `new Date()`, `Date()` and `Date.now()` follow the movable clock, for bundles that know nothing of it. */
const Real = Date;

export function moveDate(shared: SharedArrayBuffer): void {
  const offset = new Float64Array(shared);
  const now = (): number => Real.now() + (offset[0] ?? 0);
  function MovedDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new Real(now()).toString();
    return Reflect.construct(Real, args.length === 0 ? [now()] : args, new.target);
  }
  // One prototype for both, so that `instanceof` holds for dates made before and inside the runtime.
  MovedDate.prototype = Real.prototype;
  Object.defineProperty(MovedDate, 'length', { value: Real.length });
  Object.defineProperty(MovedDate, 'name', { value: 'Date' });
  Object.assign(MovedDate, { now, parse: Real.parse, UTC: Real.UTC });
  Object.defineProperty(Real.prototype, 'constructor', { value: MovedDate, writable: true, configurable: true });
  globalThis.Date = MovedDate as unknown as DateConstructor;
}
