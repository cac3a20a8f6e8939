/** One jest project per kind of test; `npm run check` leaves the slow ones (browser, miniprogram, localcloud) out. */
const root = require('node:path').resolve(__dirname, '..');

const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2021', transform: { react: { runtime: 'automatic' } } } },
];

const project = (name, extra = {}) => ({
  displayName: name,
  rootDir: root,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts?(x)`],
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j)sx?$': swc },
  ...extra,
});

module.exports = {
  rootDir: root,
  cacheDirectory: '<rootDir>/.cache/jest',
  testTimeout: 60_000,
  projects: ['unit', 'property', 'contract', 'scenario', 'localcloud', 'miniprogram', 'browser'].map(name => project(name)),
};
