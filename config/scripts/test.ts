/** `npm test`: everything. Types, lint, boundaries, all builds, all tests; the last line is the sum. */
import { boundaries, buildFunctions, buildH5, buildWeapp, finish, lint, tests, types } from './steps';

/** One after the other: each of them fills the processor and much of the memory. */
const buildApps = async () => [await buildWeapp(), await buildH5()];

async function main(): Promise<never> {
  const statics = await Promise.all([lint(), boundaries(), buildFunctions()]);
  const builds = await Promise.all([types(), buildApps()]).then(found => found.flat());
  // No rule may depend on where the machine stands; the functions themselves run in UTC.
  const elsewhere = [await tests(['unit'], 'America/Los_Angeles'), await tests(['unit'], 'Asia/Shanghai')];
  return finish([...statics, ...builds, await tests(), ...elsewhere]);
}

void main();
