import tcb from '@cloudbase/node-sdk';
import { type Engine, type IndexSpec, openEngine } from '../../../../localcloud/engine';
import { functionEnvironment } from './environment';
import { serveEngine } from './http';

export type Database = ReturnType<ReturnType<typeof tcb.init>['database']>;

/** An engine behind HTTP and the public SDK in front of it. */
export type Cloud = { engine: Engine; db: Database; clock: { now: number }; stop(): Promise<void> };

/** 2026-03-01 08:00 in Shanghai. */
export const MORNING = Date.UTC(2026, 2, 1, 0, 0, 0);

/** The SDK for a server on a port. */
export function sdk(port: number): Database {
  Object.assign(process.env, functionEnvironment(port));
  return tcb.init({ env: 'test-env', keepalive: true }).database();
}

/** Starts an engine (in memory unless a folder is given) with some collections. */
export async function startCloud(collections: { [name: string]: IndexSpec[] } = {}, dir = ':memory:'): Promise<Cloud> {
  const clock = { now: MORNING };
  const engine = await openEngine({ dir, now: () => clock.now });
  for (const [name, indexes] of Object.entries(collections)) await engine.ensureCollection(name, indexes);
  const { server, port } = await serveEngine(engine);
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await engine.close();
  };
  return { engine, db: sdk(port), clock, stop };
}

/** The code of a refusal; fails the test if nothing was refused. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await refusalOf(call)).code;
}

/** Code and message of a refusal. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error('this should have been refused');
}

type Shape = new (parts: object[]) => object;

/** The geographic classes; the SDK's own types know the point only. */
export const geoOf = (db: Database): Database['Geo'] & { LineString: Shape; Polygon: Shape } =>
  db.Geo as Database['Geo'] & { LineString: Shape; Polygon: Shape };
