/** The one place that knows the SDK. Keys, environment and region come from the platform's environment. */
import * as tcb from '@cloudbase/node-sdk';

let opened: ReturnType<typeof tcb.init> | undefined;

/** The CloudBase application of this environment; opened once per instance, with the connection kept alive. */
export function cloud(): ReturnType<typeof tcb.init> {
  opened ??= tcb.init({ env: process.env.SCF_NAMESPACE ?? process.env.TCB_ENV ?? '', keepalive: true } as Parameters<
    typeof tcb.init
  >[0]);
  return opened;
}

type Database = ReturnType<ReturnType<typeof tcb.init>['database']>;
let database: Database | undefined;

export function db(): Database {
  database ??= cloud().database({ throwOnCode: true } as Parameters<ReturnType<typeof tcb.init>['database']>[0]);
  return database;
}

/** Query and update operators of the SDK. */
export const _ = new Proxy({} as Database['command'], {
  get: (_target, key) => db().command[key as keyof Database['command']],
});

/** What the platform says about the caller of this event; never `process.env`, which concurrent events share. */
export const platformContext = (context: unknown): Record<string, string | undefined> =>
  tcb.getCloudbaseContext(context as Parameters<typeof tcb.getCloudbaseContext>[0]) as unknown as Record<
    string,
    string | undefined
  >;

type SdkError = { code?: string; message?: string };

/** A second document with the same `_id` or unique key. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = (error ?? {}) as SdkError;
  return code === 'DATABASE_DUPLICATE_WRITE' || (code === 'DATABASE_REQUEST_FAILED' && /E11000/.test(message ?? ''));
}

export const isConflict = (error: unknown): boolean => (error as SdkError)?.code === 'DATABASE_TRANSACTION_CONFLICT';
