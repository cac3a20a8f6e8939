/** What the platform tells a function about its caller, by the kind of caller. */
import { randomUUID } from 'node:crypto';

export type CallerKind =
  | { kind: 'wechat'; openid: string }
  /** HTTP access: nobody in particular. */
  | { kind: 'http' }
  | { kind: 'timer' }
  /** Another function, through the SDK: no user comes along. */
  | { kind: 'function' };

/** The appid that functions see; it belongs to no mini-program. */
export const APP_ID = 'wxlocal00000000000';

/** Region of the signature and the address; nothing is asked there. */
export const REGION = 'ap-shanghai';

/** The environment of one event, as the platform sets it in `process.env` and in the context. */
export function eventVariables(caller: CallerKind, env: string): Record<string, string> {
  const base = { TCB_ENV: env, TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE', TCB_SEQID: randomUUID() };
  switch (caller.kind) {
    case 'wechat':
      return {
        ...base,
        TCB_SOURCE: 'wx_client',
        TRIGGER_SRC: 'wx_client',
        WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID',
        WX_CLIENTIP: '127.0.0.1',
        WX_OPENID: caller.openid,
        WX_APPID: APP_ID,
      };
    case 'http':
      return { ...base, TCB_SOURCE: 'http', TRIGGER_SRC: 'http' };
    case 'timer':
      return { ...base, TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' };
    case 'function':
      return { ...base, TCB_SOURCE: 'scf', TRIGGER_SRC: 'scf' };
  }
}

/** The second argument of `main`; `tcb.getCloudbaseContext(context)` reads the caller from it. */
export function functionContext(
  { name, seconds }: { name: string; seconds: number },
  env: string,
  variables: Record<string, string>,
): Record<string, unknown> {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: 256,
    time_limit_in_ms: seconds * 1000,
    request_id: randomUUID(),
    function_name: name,
    function_version: '$LATEST',
    namespace: env,
    tencentcloud_region: REGION,
    environ: Object.entries(variables)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    environment: JSON.stringify(variables),
  };
}

/** Variables of every function process; `TCB_CONTEXT_CNFG` follows per event. */
export function processVariables(env: string, url: string, own: Record<string, string>): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    SCF_NAMESPACE: env,
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    WECHAT_API_BASE: `${url}/wechat`,
    TENCENTCLOUD_API_BASE: `${url}/tencentcloud`,
    RELAY_URL: `${url}/relay`,
    WECOM_API_BASE: `${url}/wecom`,
    ...own,
  };
}
