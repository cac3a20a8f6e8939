/** `npm run check`: everything that needs no browser and no mini-program build, for before every commit; under a minute. */
import { boundaries, buildFunctions, finish, lint, tests, types } from './steps';

async function main(): Promise<never> {
  const first = await Promise.all([lint(), boundaries(), buildFunctions()]);
  const rest = await Promise.all([types(), tests(['unit', 'property', 'contract', 'scenario'])]);
  return finish([...first, ...rest]);
}

void main();
