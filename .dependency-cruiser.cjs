// Which way imports may point (docs/architecture.md, section 2). tests/architecture/imports.test.ts plants a violation of
// each rule in a copy of the tree and expects it to be caught: a cruise that saw nothing would pass too.
const tests = '[.](test|testing|test-d)[.]tsx?$|(^|/)testing(/|[.]tsx?$|-[a-z-]+[.]tsx?$)';
const tiers = [
  ['identity', 'organisation', 'catalogue', 'documents', 'notifications', 'registers', 'triage'],
  ['cases'],
  [
    'applications',
    'complaints',
    'dispatch',
    'dossier',
    'hotline',
    'assets',
    'open311',
    'federation',
    'publicboard',
    'letters',
    'desk',
    'timekeeping',
    'assisted',
    'inspections',
    'crew',
    'calls',
    'payments',
    'authoring',
  ],
];
const modulesOf = (names) => `^src/modules/(${names.join('|')})/`;
const inputOutput =
  '^(node:)?(fs|net|tls|http|https|http2|dgram|dns|child_process|worker_threads|cluster|readline|repl|sqlite)(/|$)';
const sqlPackages = '(^|/)node_modules/(kysely|pg|graphile-worker)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'module-front-door',
      comment: 'A module reaches another only through its index.ts; tests may also use its testing.ts.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: tests },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index[.]ts$'] },
    },
    {
      name: 'module-front-door-of-tests',
      severity: 'error',
      from: { path: `^src/modules/([^/]+)/.*(${tests})` },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|testing)[.]ts$'] },
    },
    {
      name: 'module-front-door-of-the-rest',
      comment: 'modules.ts, app.ts and the command line see front doors, never the rooms behind.',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/(index|testing)[.]ts$' },
    },
    {
      name: 'no-module-cycle',
      comment: 'Two modules that know each other are one module, even when no file cycle shows it.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/modules/[^/]+$' },
      to: { path: '^src/modules/[^/]+$', circular: true },
    },
    {
      name: 'no-file-cycle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...tiers.slice(0, -1).map((names, at) => ({
      name: `tier-${at}-knows-no-higher-tier`,
      comment: 'foundation <- cases <- delivery; upwards only by an event.',
      severity: 'error',
      from: { path: modulesOf(names) },
      to: { path: modulesOf(tiers.slice(at + 1).flat()) },
    })),
    {
      name: 'every-module-has-a-tier',
      comment: 'A new module is entered in the list of tiers above.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/', pathNot: modulesOf(tiers.flat()) },
      to: {},
    },
    {
      name: 'below-the-modules',
      comment: 'lib, definition, platform, ui and forms know no module.',
      severity: 'error',
      from: { path: '^src/(lib|definition|platform|ui|forms)/' },
      to: { path: '^src/(modules|cli)/|^src/[^/]+[.]tsx?$' },
    },
    {
      name: 'lib-stands-alone',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/', pathNot: '^src/lib/' },
    },
    {
      name: 'definition-knows-lib-only',
      severity: 'error',
      from: { path: '^src/definition/' },
      to: { path: '^src/', pathNot: '^src/(lib|definition)/' },
    },
    {
      name: 'ui-knows-lib-only',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/', pathNot: '^src/(lib|ui)/' },
    },
    {
      name: 'forms-draw-the-language',
      comment: 'forms/ draws the questions of definition with the components of ui, and knows nothing else.',
      severity: 'error',
      from: { path: '^src/forms/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(lib|definition|ui|forms)/' },
    },
    {
      name: 'platform-knows-no-service-language',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/(definition|forms)/' },
    },
    {
      name: 'pure-decisions',
      comment:
        'The service language, rules and the case engine decide from values alone; time comes in as an argument.',
      severity: 'error',
      from: {
        path: '^src/definition/|^src/lib/|^src/modules/[^/]+/(rules|access)([.]ts$|/)|^src/modules/cases/engine/',
        pathNot: [tests, '^src/definition/load/'], // load/ is the one place that reads the definitions' files
      },
      to: { path: [inputOutput, sqlPackages, '(^|/)node_modules/(fastify|pino|nodemailer)/'] },
    },
    {
      name: 'pure-decisions-stay-inside',
      comment: 'A pure file that imports a store is no longer pure.',
      severity: 'error',
      from: {
        path: '^src/modules/[^/]+/(rules|access)([.]ts$|/)|^src/modules/cases/engine/',
        pathNot: tests,
      },
      to: {
        path: '^src/(platform|ui)/|/(store|service|pages|api|jobs)([.]tsx?$|/)',
        dependencyTypesNot: ['type-only'],
        pathNot: '^src/platform/ids[.]ts$',
      },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL is written in store.ts or store/, and in the platform that opens the connection.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [tests, '^src/modules/[^/]+/store([.]ts$|/)', '^src/platform/(database|jobs)/'],
      },
      to: { path: sqlPackages, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'views-show',
      comment: 'A view gets values and returns markup; it fetches and decides nothing.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/views/|^src/ui/', pathNot: [tests, '^src/ui/assets-build[.]mjs$'] },
      to: {
        path: ['/(store|service|jobs)([.]ts$|/)', inputOutput, sqlPackages],
        dependencyTypesNot: ['type-only'], // the shape of what it shows may be declared where it is made
      },
    },
    {
      name: 'stores-only-store',
      comment: 'Storage that calls a use case is how cycles begin.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/store([.]ts$|/)' },
      to: { path: '^src/modules/[^/]+/(service|views|pages|api|jobs)([.]tsx?$|/)|^src/ui/' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-way-out-of-the-tree',
      comment: 'Code imports code of src and packages; content and build results are read by path at run time.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: '^(bench|scripts|regions|db|docs)/|^[.][.]/|^/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [tests, '[.]d[.](ts|mts)$', '^src/ui/.*/client[.]ts$', '^src/ui/client/'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // type-only imports count as knowing each other
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    // tests/support starts the whole application: seen through it, every module would form a cycle with every other.
    // That no product code imports tests/ is checked in tests/architecture/source.test.ts.
    exclude: { path: '^(dist|tests)/' },
  },
};
