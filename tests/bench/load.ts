/** Many callers at once against one door, over kept-alive connections on 127.0.0.1; bounded in count. */
import { Agent, request } from 'node:http';

export type Shot = { token: string; domain: string; body: object };
export type Answer = { status: number; code: string; ms: number };

const send = (port: number, agent: Agent, { token, domain, body }: Shot): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      authorization: `Bearer ${token}`,
    };
    const call = request({ host: '127.0.0.1', port, path: `/api/${domain}`, method: 'POST', agent, headers }, reply => {
      let said = '';
      reply.setEncoding('utf8');
      reply.on('data', part => (said += part));
      reply.on('end', () => {
        const envelope = JSON.parse(said) as { ok: boolean; error?: { code: string } };
        resolve({
          status: reply.statusCode ?? 0,
          code: envelope.ok ? 'ok' : (envelope.error?.code ?? 'none'),
          ms: Number(process.hrtime.bigint() - began) / 1e6,
        });
      });
    });
    call.on('error', reject);
    call.end(text);
  });

/** Sends every shot, `callers` under way at once. @returns answers in the order of the shots, and the seconds it took. */
export async function fire(
  port: number,
  shots: readonly Shot[],
  callers: number,
): Promise<{ answers: Answer[]; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const answers: Answer[] = new Array(shots.length);
  let next = 0;
  const began = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let i = next++; i < shots.length; i = next++) answers[i] = await send(port, agent, shots[i]!);
    }),
  );
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  agent.destroy();
  return { answers, seconds };
}

/** The p-th part of the sorted milliseconds; `percentile(answers, 0.99)`. */
export function percentile(answers: readonly Answer[], p: number): number {
  const sorted = answers.map(answer => answer.ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
}
