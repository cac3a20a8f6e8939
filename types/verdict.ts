/**
 * The answer of a rule. It travels in replies (`may: { cancel: verdict }`), so the screen shows the very answer that the
 * server would enforce and never computes a rule itself.
 */
export type No<Code extends string> = { ok: false; code: Code; details?: Record<string, string | number> };
export type Verdict<Code extends string> = { ok: true } | No<Code>;

export const yes = { ok: true } as const;

export const no = <Code extends string>(code: Code, details?: Record<string, string | number>): No<Code> =>
  details ? { ok: false, code, details } : { ok: false, code };
