const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Who may import whom; `npm run check` enforces it with dependency-cruiser. The reasons are in docs/DECISIONS.md. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from.path, pathNot: from.not },
  to: { path: to.path, pathNot: to.not },
});

/** Every folder of a function is a domain, and so is the next one. */
const domains = readdirSync(join(__dirname, '../cloudfunctions')).filter(name => !name.startsWith('_'));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'a circle has no beginning to read from',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    forbid(
      'types-know-zod-alone',
      'the shared language depends on nothing',
      { path: '^types/' },
      { path: '.', not: '^types/|node_modules/zod' },
    ),
    forbid(
      'screens-know-types-alone',
      'the mini-program asks, it does not share code with the server',
      { path: '^src/' },
      { path: '^(cloudfunctions|localcloud|config|tests)/' },
    ),
    {
      name: 'contracts-are-types-for-screens',
      comment: 'a contract imported as a value brings zod into the mini-program',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^types/', pathNot: '^types/(time|money|words|verdict|rotating)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    forbid(
      'rules-are-pure',
      'a rule has no clock, no database, no waiting',
      { path: '^cloudfunctions/[^/]+/rules' },
      { path: '.', not: '^types/|^cloudfunctions/[^/]+/rules' },
    ),
    ...domains.map(domain =>
      forbid(
        `${domain}-stands-alone`,
        'a domain never imports another: it leaves an event',
        { path: `^cloudfunctions/${domain}/` },
        { path: '^cloudfunctions/', not: `^cloudfunctions/(${domain}|_shared)/` },
      ),
    ),
    forbid(
      'shared-knows-no-domain',
      'the kernel serves any domain',
      { path: '^cloudfunctions/_shared/' },
      { path: '^cloudfunctions/(?!_shared/|_parts/)' },
    ),
    forbid(
      'parts-stand-alone',
      'a part is a file of its own, built without the kernel around it',
      { path: '^cloudfunctions/_parts/([^/]+)/' },
      { path: '^cloudfunctions/|node_modules/@cloudbase', not: '^cloudfunctions/_parts/$1/|^cloudfunctions/_shared/papers/' },
    ),
    {
      name: 'parts-are-loaded-late',
      comment: 'a part imported at the start is paid for by every cold start',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_parts/' },
      to: { path: '^cloudfunctions/_parts/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    forbid(
      'sdk-in-shared-alone',
      'one place knows the platform',
      { path: '^cloudfunctions/(?!_shared/)' },
      { path: 'node_modules/@cloudbase' },
    ),
    forbid(
      'localcloud-is-generic',
      'it runs built bundles of any project',
      { path: '^localcloud/' },
      { path: '^(src|cloudfunctions|types|config|tests)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: 'node_modules/(?!zod|@cloudbase)' },
  },
};
