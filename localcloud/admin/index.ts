/** The address that the SDK talks to: `POST /admin/EVENT?env=…&seqId=…` with `{action, …}`; always HTTP 200, errors as `code`. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AdminReply, Engine } from '../engine';
import type { Faults } from '../faults';
import type { Pool } from '../functions/pool';
import type { Call, Runner } from '../functions/runner';
import { type Fields, HttpError, isFields, JSON_TYPE, parseJson, readBody, readForm, sendText, textOf } from '../http/exchange';
import type { WeChat } from '../wechat';
import { type Answer, answerOf, databaseAnswer, failure } from './answer';
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
    const answer = await this.answer(body, eventId);
    if (!answer) return void res.destroy();
    sendText(res, answer.status, JSON_TYPE, answer.body, answer.isDatabase ? DATABASE_HEADER : undefined);
  }

  /** As `handle`, for a call from a worker that took no connection. Never rejects. */
  async handleText(text: string, eventId: string): Promise<Answer | undefined> {
    try {
      return await this.answer(parseJson(text), eventId);
    } catch (error) {
      if (error instanceof HttpError) return answerOf(error.body, error.status);
      return answerOf({ code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) }, 500);
    }
  }

  /** @returns undefined when the connection is to be cut. */
  private async answer(body: unknown, eventId: string): Promise<Answer | undefined> {
    if (!isFields(body) || typeof body.action !== 'string') return answerOf(failure('INVALID_PARAM', 'no action'));
    const request = body as Fields & { action: string };
    if (request.action.startsWith('database.')) return this.database(request, this.parts.runner.call(eventId));
    if (request.action === 'wx.openApi') return answerOf(openApi(this.parts.wechat, request));
    if (request.action === 'wx.wxPayApi') return answerOf(payApi(this.parts.wechat, request));
    return answerOf(await this.other(request, this.parts.runner.call(eventId)));
  }

  private async database(request: Fields & { action: string }, call: Call | undefined): Promise<Answer | undefined> {
    const { engine, faults, pool } = this.parts;
    if (call) call.databaseCalls += 1;
    if (faults.delayMs > 0) await this.delay(faults.delayMs, call);
    const names = ['*', request.action, textOf(request, 'collectionName'), call?.action, call?.function];
    const fault = faults.takeForDatabase(names, request.action, Boolean(request.transactionId));
    if (!fault) return databaseAnswer(await engine.handle(request));
    if (fault.afterMs > 0) await sleep(fault.afterMs);
    if (fault.kind === 'error') return databaseAnswer(failure('DATABASE_REQUEST_FAILED', 'a fault of the local cloud'));
    if (fault.kind === 'conflict') return databaseAnswer(await this.conflict(request));
    await engine.handle(request);
    if (fault.kind === 'timeout') return databaseAnswer(failure('TIMEOUT', 'the reply was lost'), 504);
    if (call) pool.kill(call.id, 'the function crashed after its write');
    return undefined;
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

  private async other(request: Fields & { action: string }, call: Call | undefined): Promise<AdminReply> {
    const { action } = request;
    const requestId = randomUUID();
    if (action === 'functions.invokeFunction') return this.invoke(request, requestId, call);
    if (action === 'wx.api') return { requestId, data: { responseData: JSON.stringify(openApi(this.parts.wechat, request)) } };
    if (action === 'auth.getUserInfoForAdmin')
      return this.userInfo(textOf(request, 'uuid') || textOf(request, 'platformId'), requestId);
    const stored = action.startsWith('storage.') ? await storageAction(this.parts.files, request) : undefined;
    return stored ? { requestId, ...stored } : failure('NOT_IMPLEMENTED', `the local cloud does not know the action ${action}`);
  }

  private async invoke(request: Fields, requestId: string, call: Call | undefined): Promise<AdminReply> {
    const text = textOf(request, 'request_data') || '{}';
    if (call) call.awaiting += 1;
    const outcome = await this.parts.runner.run(
      textOf(request, 'function_name'),
      { kind: 'function' },
      { value: parseJson(text), text },
    );
    if (call) call.awaiting -= 1;
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
