/** The process of `fire`: callers that each keep one connection and send their next request when the reply to the last has come. */
import { connect, type Socket } from 'node:net';
import type { Answer, Result, Salvo, Shot } from './load';

/** A request as it goes over the wire: made before the clock starts, so that making it is not measured. */
function wireOf(port: number, { token, domain, body }: Shot): Buffer {
  const text = JSON.stringify(body);
  const head = [
    `POST /api/${domain} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    `authorization: Bearer ${token}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/** A whole reply, or undefined while a part is missing. The local cloud always says how long a reply is. */
function replyIn(said: Buffer): { status: number; body: string } | undefined {
  const end = said.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = said.toString('latin1', 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1]);
  if (said.length < end + 4 + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: said.toString('utf8', end + 4, end + 4 + length) };
}

function codeOf(body: string): string {
  const envelope = JSON.parse(body) as { ok?: boolean; error?: { code: string } };
  return envelope.ok ? 'ok' : (envelope.error?.code ?? 'none');
}

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });

function exchange(socket: Socket, wire: Buffer): Promise<Omit<Answer, 'ms'>> {
  return new Promise((resolve, reject) => {
    let said: Buffer = Buffer.alloc(0);
    const hear = (part: Buffer): void => {
      said = said.length ? Buffer.concat([said, part]) : part;
      const reply = replyIn(said);
      if (!reply) return;
      socket.off('data', hear).off('close', lost);
      resolve({ status: reply.status, code: codeOf(reply.body) });
    };
    const lost = (): void => reject(new Error('the server closed the connection'));
    socket.on('data', hear).on('close', lost);
    socket.write(wire);
  });
}

async function fire({ port, shots, callers }: Salvo): Promise<Result> {
  const wires = shots.map(shot => wireOf(port, shot));
  const sockets = await Promise.all(Array.from({ length: callers }, () => opened(port)));
  const answers: Answer[] = new Array(shots.length);
  let next = 0;
  const usage = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    sockets.map(async socket => {
      for (let i = next++; i < wires.length; i = next++) {
        const sent = performance.now();
        answers[i] = { ...(await exchange(socket, wires[i]!)), ms: performance.now() - sent };
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(usage);
  return { answers, seconds, cpuMs: (user + system) / 1000 };
}

process.once('message', async (salvo: Salvo) => {
  const result = await fire(salvo);
  process.send?.(result, () => process.exit(0));
});
