/** The address that the SDK talks to: `POST /admin/EVENT?env=…&seqId=…` with `{action, …}`; always HTTP 200, errors as `code`. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AdminReply, Engine } from '../engine';
import type { Faults } from '../faults';
import type { Pool } from '../functions/pool';
import type { Call, Runner } from '../functions/runner';
import { type Fields, isFields, parseJson, readBody, readForm, sendJson, textOf } from '../http/exchange';
import type { WeChat } from '../wechat';
import { openApi, payApi } from './openapi';
import { type FileStore, storageAction } from './storage';

export type AdminParts = { engine: Engine; faults: Faults; pool: Pool; runner: Runner; files: FileStore; wechat: WeChat };

/** A request of the SDK: a document may have 16 MB. */
const BODY_LIMIT = 24 * 1024 * 1024;

const DATABASE_HEADER = { 'x-local-kind': 'database' };

export class Admin {
  constructor(private readonly parts: AdminParts) {}

  /** @param eventId the event whose function makes the call; '' for a caller outside, such as a test with the SDK. */
  async handle(req: IncomingMessage, res: ServerResponse, eventId: string): Promise<void> {
    const raw = await readBody(req, BODY_LIMIT);
    const type = req.headers['content-type'] ?? '';
    const body: unknown = type.startsWith('multipart/')
      ? Object.fromEntries(await readForm(type, raw))
      : parseJson(raw.toString());
    if (!isFields(body) || typeof body.action !== 'string') return sendJson(res, 200, failure('INVALID_PARAM', 'no action'));
    const request = body as Fields & { action: string };
    const call = this.parts.runner.call(eventId);
    if (request.action.startsWith('database.')) return this.database(res, request, call);
    if (request.action === 'wx.openApi') return sendJson(res, 200, openApi(this.parts.wechat, request));
    if (request.action === 'wx.wxPayApi') return sendJson(res, 200, payApi(this.parts.wechat, request));
    sendJson(res, 200, await this.other(request));
  }

  private async database(res: ServerResponse, request: Fields & { action: string }, call: Call | undefined): Promise<void> {
    const { engine, faults, pool } = this.parts;
    if (call) call.databaseCalls += 1;
    if (faults.delayMs > 0) await this.delay(faults.delayMs, call);
    const names = ['*', request.action, textOf(request, 'collectionName'), call?.action, call?.function];
    const fault = faults.takeForDatabase(names, request.action, Boolean(request.transactionId));
    if (!fault) return sendJson(res, 200, await engine.handle(request), DATABASE_HEADER);
    if (fault.afterMs > 0) await sleep(fault.afterMs);
    if (fault.kind === 'error')
      return sendJson(res, 200, failure('DATABASE_REQUEST_FAILED', 'a fault of the local cloud'), DATABASE_HEADER);
    if (fault.kind === 'conflict') return sendJson(res, 200, await this.conflict(request), DATABASE_HEADER);
    await engine.handle(request);
    if (fault.kind === 'timeout') return sendJson(res, 504, failure('TIMEOUT', 'the reply was lost'), DATABASE_HEADER);
    if (call) pool.kill(call.id, 'the function crashed after its write');
    res.destroy();
  }

  private async delay(ms: number, call: Call | undefined): Promise<void> {
    if (call) call.delayed += 1;
    await sleep(ms);
    if (call) call.delayed -= 1;
  }

  /** Inside a transaction the platform reports the conflict and ends it; outside, the condition of the update no longer holds. */
  private async conflict(request: Fields & { action: string }): Promise<AdminReply> {
    const { transactionId } = request;
    if (!transactionId) return { requestId: randomUUID(), data: { updated: 0, upsert_id: null, doc: null } };
    await this.parts.engine.handle({ action: 'database.abortTransaction', transactionId });
    return failure('DATABASE_TRANSACTION_CONFLICT', 'Transaction conflict: a fault of the local cloud');
  }

  private async other(request: Fields & { action: string }): Promise<AdminReply> {
    const { action } = request;
    const requestId = randomUUID();
    if (action === 'functions.invokeFunction') return this.invoke(request, requestId);
    if (action === 'wx.api') return { requestId, data: { responseData: JSON.stringify(openApi(this.parts.wechat, request)) } };
    if (action === 'auth.getUserInfoForAdmin')
      return this.userInfo(textOf(request, 'uuid') || textOf(request, 'platformId'), requestId);
    const stored = action.startsWith('storage.') ? await storageAction(this.parts.files, request) : undefined;
    return stored ? { requestId, ...stored } : failure('NOT_IMPLEMENTED', `the local cloud does not know the action ${action}`);
  }

  private async invoke(request: Fields, requestId: string): Promise<AdminReply> {
    const text = textOf(request, 'request_data') || '{}';
    const outcome = await this.parts.runner.run(
      textOf(request, 'function_name'),
      { kind: 'function' },
      { value: parseJson(text), text },
    );
    return outcome.ok
      ? { requestId, data: { response_data: outcome.result } }
      : { requestId, code: outcome.code, message: outcome.message };
  }

  private userInfo(id: string, requestId: string): AdminReply {
    const person = this.parts.wechat.people.get(id);
    if (!person) return { requestId, code: 'USER_NOT_EXIST', message: `there is no user ${id}` };
    return { requestId, data: { uid: person.openid, openId: person.openid, nickName: person.name, phone: person.phone } };
  }
}

const failure = (code: string, message: string): AdminReply => ({ requestId: randomUUID(), code, message });
