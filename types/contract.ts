/**
 * A contract declares everything about an action once: who may call it, what goes in, what comes out, which refusals exist.
 * The verb is the policy:
 *  - `query`   identified, role-checked, validated; changes nothing.
 *  - `command` a query that writes: deduplicated by the client's `requestId`, recorded in the history of the document it writes.
 *  - `job`     a command whose actor is the system, run by the timer or by an event.
 *  - `hook`    entered by a provider or a device over HTTP at `/api/<domain>/hooks/<name>`; nobody's identity, the handler verifies.
 * The server (`cloudfunctions/_shared/serve.ts`) and the mini-program (`src/services/door.ts`) both derive their types from it,
 * so a misspelt action, a wrong input, an undeclared refusal or a missing handler does not compile.
 */
import * as z from 'zod';

/** Staff 工作人员: roles of the office that act for others in everyday matters. */
export const STAFF = [
  'gridWorker',
  'gridLead',
  'buildingLead',
  'unitLead',
  'canteen',
  'care',
  'mediator',
  'office',
  'admin',
] as const;
/**
 * What a person is in a community. `resident` and `family` follow from the roster and the bindings; the rest is granted by the office.
 * A volunteer 志愿者 takes tasks (a delivery round) and acts for nobody beside them.
 */
export const GRANTED_ROLES = [...STAFF, 'volunteer'] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];
export type Role = 'resident' | 'family' | GrantedRole;

/** Who may call: a role; `member` any account of the community; `signedIn` any WeChat account, joined or not; `public` nobody in particular. */
export type Caller = Role | 'member' | 'signedIn' | 'public';

type Common<I extends z.ZodType, O extends z.ZodType, E extends string> = {
  /** Mandatory: an action that forgot it does not compile. */
  readonly allow: readonly Caller[];
  /** Use `strictObject`: an unknown field is refused, not ignored. */
  readonly input: I;
  /** Parsed before it leaves, so an undeclared field cannot. */
  readonly output: O;
  /** Refusals a person can meet here, beside the kernel's own. */
  readonly errors: readonly E[];
};

export type Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, E extends string = string> = Common<
  I,
  O,
  E
> & {
  readonly verb: 'query';
};
export type Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, E extends string = string> = Common<
  I,
  O,
  E
> & {
  readonly verb: 'command';
};
/** When the timer of the function should run a job: every so many minutes, or daily at a time of day in Shanghai (`HH:mm`). */
export type Rhythm = { readonly everyMinutes: number } | { readonly dailyAt: string };
export type Job<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, E extends string = string> = Omit<
  Common<I, O, E>,
  'allow'
> & {
  readonly verb: 'job';
  readonly allow: readonly [];
  /** Absent: the job runs when an event calls it. */
  readonly rhythm?: Rhythm;
};

/**
 * An HTTP call from outside, as it came: the handler verifies its secret or signature on `raw` before anything else, refuses a replay
 * (`ctx`'s deterministic ids, or `firstTime` of `_shared/hooks.ts`), and only then reads it.
 */
export type HookCall = {
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly raw: Uint8Array;
};
/** What the caller is answered; a provider that gets no 2xx comes again. */
export type HookReply = { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };
export type Hook = Omit<Common<z.ZodType<HookCall>, z.ZodType<HookReply>, never>, 'allow'> & {
  readonly verb: 'hook';
  readonly allow: readonly [];
  /** Bytes; a longer body is refused with 413 before the handler sees it. */
  readonly most: number;
};

export type Action = Query | Command | Job | Hook;

/** The actions of one domain. The name is the name of the function that serves them. */
export type Contract = { readonly name: string; readonly actions: Readonly<Record<string, Action>> };

export const query = <I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  spec: Common<I, O, E>,
): Query<I, O, E> => ({
  verb: 'query',
  ...spec,
});

export const command = <I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  spec: Common<I, O, E>,
): Command<I, O, E> => ({ verb: 'command', ...spec });

export const job = <I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  spec: Omit<Common<I, O, E>, 'allow'> & { rhythm?: Rhythm },
): Job<I, O, E> => ({ verb: 'job', allow: [], ...spec });

const zHookCall: z.ZodType<HookCall> = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()),
  raw: z.custom<Uint8Array>(value => value instanceof Uint8Array),
});
const zHookReply: z.ZodType<HookReply> = z.object({
  status: z.number().int().min(200).max(599),
  body: z.string().max(10_000).optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** @param most bytes of the largest body. */
export const hook = ({ most }: { most: number }): Hook => ({
  verb: 'hook',
  allow: [],
  input: zHookCall,
  output: zHookReply,
  errors: [],
  most,
});

export const contract = <const N extends string, A extends Record<string, Action>>(
  name: N,
  actions: A,
): { name: N; actions: A } => ({
  name,
  actions,
});

export type ActionName<C extends Contract> = keyof C['actions'] & string;
/** What the caller sends. */
export type InputOf<C extends Contract, A extends ActionName<C>> = z.input<C['actions'][A]['input']>;
/** What the handler receives: the parsed input. */
export type ParsedOf<C extends Contract, A extends ActionName<C>> = z.output<C['actions'][A]['input']>;
export type OutputOf<C extends Contract, A extends ActionName<C>> = z.output<C['actions'][A]['output']>;
export type ErrorsOf<C extends Contract, A extends ActionName<C> = ActionName<C>> = C['actions'][A]['errors'][number];

/** Refusals that the door itself can give. */
export const KERNEL_CODES = [
  'UNKNOWN_ACTION',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'BAD_INPUT',
  'TOO_LARGE',
  'NOT_FOUND',
  'BUSY',
  'INTERNAL',
] as const;
export type KernelCode = (typeof KERNEL_CODES)[number];

export type Details = Record<string, string | number>;

/** What every reply looks like, whichever way the call came in. */
export type Envelope<T> = { ok: true; data: T } | { ok: false; error: { code: string; details?: Details; requestId?: string } };

/**
 * What every call looks like. `requestId` is made once per gesture, so a retry is the same gesture. `openData`: what WeChat puts in the
 * place of a `wx.cloud.CloudID`, which it does for top-level fields alone.
 */
export type Call = { action: string; input: unknown; requestId?: string; openData?: unknown };
