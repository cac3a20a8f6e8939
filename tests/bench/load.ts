/**
 * Many callers at once against one door, over kept-alive connections on 127.0.0.1; bounded in count. The callers are a process of
 * their own, as a tool that makes load would be, so that their work does not wait in the line of the server's.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';

export type Shot = { token: string; domain: string; body: object };
export type Answer = { status: number; code: string; ms: number };
export type Salvo = { port: number; shots: readonly Shot[]; callers: number };
/** `cpuMs`: processor time of the callers' process meanwhile. */
export type Result = { answers: Answer[]; seconds: number; cpuMs: number };

/** Sends every shot, `callers` under way at once. @returns answers in the order of the shots, and the seconds it took. */
export function fire(port: number, shots: readonly Shot[], callers: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const process = fork(join(__dirname, 'callers.ts'));
    process.once('message', result => resolve(result as Result));
    process.once('error', reject);
    process.once('exit', code => reject(new Error(`the callers ended with code ${code}`)));
    process.send({ port, shots, callers } satisfies Salvo);
  });
}

/** The p-th part of the sorted milliseconds; `percentile(answers, 0.99)`. */
export function percentile(answers: readonly Answer[], p: number): number {
  const sorted = answers.map(answer => answer.ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
}
