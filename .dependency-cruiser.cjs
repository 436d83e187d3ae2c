/*
 * Who may import whom. Each row of LAYERS becomes one rule: from a layer, nothing of ours but what
 * the row names. Run with `npm run boundaries`, which also fails when it saw too few modules.
 */

const TESTS = '\\.test\\.tsx?$'
const OURS = '^(schemas|components|widgets|src|e2e|scripts)/'
const DEFINITIONS = '^widgets/registry\\.definitions\\.gen\\.ts$'
const TOOLS = '^widgets/registry\\.tools\\.gen\\.ts$'
const FORMS = '^widgets/registry\\.forms\\.gen\\.ts$'
/** All views at once, for the server and the canvas; or one by one, for the phone. */
const VIEWS = '^widgets/registry\\.(views|islands)\\.gen\\.ts$'
const KIT = '^widgets/kit/'
const ROUTER = '^src/api/staff/router\\.ts$'
const MEMBER_ROUTER = '^src/api/member/router\\.ts$'

/** from → what of ours it may import, besides itself. Types count: they are imports too. */
const LAYERS = {
  schemas: { from: '^schemas/', may: [] },
  components: { from: '^components/', may: ['^schemas/'] },
  'widgets-kit': { from: KIT, may: ['^schemas/'] },
  lib: { from: '^src/lib/', may: [] },
  db: { from: '^src/db/', may: ['^src/lib/', '^schemas/'] },
  document: { from: '^src/document/', may: ['^schemas/', DEFINITIONS, KIT, '^src/lib/'] },
  services: {
    from: '^src/services/',
    may: ['^src/document/', '^src/db/', '^schemas/', '^src/lib/', DEFINITIONS, TOOLS, KIT],
  },
  api: { from: '^src/api/', may: ['^src/services/', '^schemas/', '^src/lib/', TOOLS] },
  jobs: { from: '^src/jobs/', may: ['^src/services/', '^schemas/', '^src/lib/'] },
  client: { from: '^src/client/', may: ['^components/', '^schemas/', '^src/lib/', ROUTER] },
  editor: {
    from: '^src/editor/',
    may: ['^src/document/', '^components/', '^schemas/', DEFINITIONS, FORMS, KIT, '^src/client/', ROUTER],
  },
  screens: {
    from: '^src/screens/',
    // Tools too: a generated form is drawn from the schema of the tool's configuration.
    may: [
      '^src/document/',
      '^components/',
      '^schemas/',
      DEFINITIONS,
      TOOLS,
      FORMS,
      KIT,
      '^src/client/',
      ROUTER,
    ],
  },
  phone: { from: '^src/phone/', may: [VIEWS, KIT, '^schemas/', MEMBER_ROUTER] },
  runtime: {
    from: '^src/runtime/',
    may: ['^src/document/', DEFINITIONS, VIEWS, KIT, '^src/services/', '^src/lib/', '^schemas/'],
  },
  app: { from: '^src/app/', may: ['^src/screens/', '^src/editor/', '^src/client/', '^components/'] },
  boot: {
    from: '^src/boot/',
    may: ['^src/api/', '^src/runtime/', '^src/jobs/', '^src/services/', '^src/db/', '^src/lib/'],
  },
  main: {
    from: '^src/main\\.ts$',
    may: ['^src/boot/', '^src/api/', '^src/runtime/', '^src/jobs/', '^src/lib/'],
  },
}

const layerRules = Object.entries(LAYERS).map(([name, { from, may }]) => ({
  name: `${name}-imports`,
  comment: `${name} may import only: ${may.join(' ') || 'nothing of ours'}`,
  severity: 'error',
  // Tests may build their world with src/testing; the production code beside them may not.
  from: { path: from, pathNot: TESTS },
  to: { path: OURS, pathNot: [from, ...may] },
}))

const testRules = Object.entries(LAYERS).map(([name, { from, may }]) => ({
  name: `${name}-test-imports`,
  comment: `a test of ${name} may import what ${name} may, src/testing, and any registry`,
  severity: 'error',
  from: { path: `${from.replace(/\$$/, '')}.*${TESTS}` },
  to: { path: OURS, pathNot: [from, ...may, '^src/testing/', '^widgets/registry\\.'] },
}))

/** Which outside packages belong to which layers; everybody else stays away. */
const PACKAGES = [
  {
    name: 'react',
    packages:
      'react|react-dom|antd|@ant-design|@dnd-kit|zustand|@tanstack|next-intl|@trpc/(client|tanstack-react-query)',
    home: [
      '^components/',
      '^src/(app|screens|editor|client)/',
      '^widgets/[^/]+/tool-form[^/]*\\.tsx$',
      FORMS,
      KIT,
    ],
  },
  {
    name: 'preact',
    packages: 'preact|preact-render-to-string',
    home: [
      '^src/(phone|runtime)/',
      '^e2e/gallery/',
      '^widgets/[^/]+/.*view[^/]*\\.tsx?$',
      '^widgets/[^/]+/.*\\.tsx$',
      // A hook of a view draws nothing itself.
      '^widgets/[^/]+/use-[^/]+\\.ts$',
      KIT,
      VIEWS,
    ],
  },
  {
    name: 'hono',
    packages: 'hono|@hono',
    home: ['^src/(api|runtime)/', '^src/main\\.ts$', '^src/testing/', '^e2e/'],
  },
  {
    name: 'next',
    packages: 'next',
    home: ['^src/(app|screens|editor|client)/', '^components/', '^src/boot/', '^src/main\\.ts$'],
  },
  { name: 'drizzle', packages: 'drizzle-orm', home: ['^src/(db|services|testing)/'] },
  {
    name: 'drivers',
    packages: 'better-sqlite3|better-sqlite3-node20|pg',
    home: ['^src/(db|testing)/', '^e2e/'],
  },
]

const packageRules = PACKAGES.map(({ name, packages, home }) => ({
  name: `${name}-at-home`,
  comment: `${packages} is used only in ${home.join(' ')}`,
  severity: 'error',
  from: { path: OURS, pathNot: [...home, TESTS] },
  to: { path: `^node_modules/(${packages})/` },
}))

/*
 * What must not be reached at all, over however many imports, at run time. Types vanish in the
 * build, so these rules are checked on a second pass that does not see them.
 */
const reachRules = [
  {
    name: 'phone-never-loads',
    comment: 'A cheap phone downloads neither zod nor React nor any server code.',
    severity: 'error',
    from: { path: '^(src/phone/|widgets/[^/]+/view\\.tsx$)', pathNot: TESTS },
    to: {
      path: '^(node_modules/(zod|react|react-dom|antd|drizzle-orm)/|src/(services|db|api|document|lib)/)',
      reachable: true,
    },
  },
  {
    name: 'screens-never-load-the-server',
    comment:
      'Next bundles its own copy of what it imports: a database opened from there would be a second one.',
    severity: 'error',
    from: { path: '^src/(app|screens|editor|client)/', pathNot: TESTS },
    to: {
      path: '^(src/(services|db|api|jobs|runtime|phone)/|node_modules/(better-sqlite3|pg|drizzle-orm|hono)/)',
      reachable: true,
    },
  },
  {
    name: 'server-never-loads-screens',
    comment: 'With ROLES=runtime the process starts without Next and React.',
    severity: 'error',
    from: { path: '^src/(api|jobs|services|runtime|db|document)/', pathNot: TESTS },
    to: {
      path: '^(src/(app|screens|editor|client)/|components/|node_modules/(next|react|react-dom|antd)/)',
      reachable: true,
    },
  },
]

module.exports = {
  forbidden: [
    ...layerRules,
    ...testRules,
    ...packageRules,
    ...reachRules,
    {
      name: 'widget-imports',
      comment: 'A widget stands on the kit and the schemas, never on another widget and never on src.',
      severity: 'error',
      from: { path: '^widgets/(?!kit/)([^/]+)/', pathNot: [TESTS, '/tool-form[^/]*\\.tsx$'] },
      to: { path: OURS, pathNot: ['^widgets/$1/', KIT, '^schemas/'] },
    },
    {
      name: 'widget-form-imports',
      comment: "A tool's form may also use the console's components.",
      severity: 'error',
      from: { path: '^widgets/(?!kit/)([^/]+)/tool-form[^/]*\\.tsx$' },
      to: { path: OURS, pathNot: ['^widgets/$1/', KIT, '^schemas/', '^components/'] },
    },
    {
      name: 'widget-test-imports',
      comment: "A widget's test stands on the widget, the kit, the schemas and src/testing.",
      severity: 'error',
      from: { path: `^widgets/(?!kit/)([^/]+)/.*${TESTS}` },
      to: { path: OURS, pathNot: ['^widgets/$1/', KIT, '^schemas/', '^src/testing/'] },
    },
    {
      name: 'registry-imports',
      comment: 'Registries are never mixed: each names one kind of file of every widget.',
      severity: 'error',
      from: { path: '^widgets/registry\\.(definitions|views|islands|tools|forms)\\.gen\\.ts$' },
      to: { path: OURS, pathNot: [KIT, '^widgets/[^/]+/(definition|messages|view|tool|tool-form)\\.tsx?$'] },
    },
    {
      name: 'schemas-need-only-zod',
      severity: 'error',
      from: { path: '^schemas/', pathNot: TESTS },
      to: { path: '^node_modules/', pathNot: '^node_modules/zod/' },
    },
    {
      name: 'components-hold-no-data',
      comment: 'The UI kit fetches nothing and stores nothing.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^node_modules/(@trpc|@tanstack|zustand)/' },
    },
    {
      name: 'router-as-type-only',
      comment: 'Screens and the phone know the type of a router, never its code.',
      severity: 'error',
      from: { path: '^src/(client|editor|screens|phone)/' },
      to: { path: '^src/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-takes-types-of-tools',
      comment:
        'Procedures of widgets are typed from their tools; what a tool does is reached through services.',
      severity: 'error',
      from: { path: '^src/api/', pathNot: TESTS },
      to: { path: TOOLS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'phone-takes-types-of-schemas',
      comment:
        'Schemas are zod; the phone takes their types, and values only of the files that keep clear of it.',
      severity: 'error',
      from: { path: '^(src/phone/|widgets/[^/]+/view\\.tsx$)' },
      to: {
        path: '^schemas/',
        pathNot:
          '^schemas/(safe-values|phone|delivery-address|region-parts|tax-identity|page-preview|preview-play|still-canvas|try-out|viewpoint-parts)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'next-starts-late',
      comment: 'Only the console role loads Next, so it is imported when that role is on.',
      severity: 'error',
      from: { path: '^src/(main\\.ts$|boot/)' },
      to: { path: '^node_modules/next/', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: OURS, pathNot: [TESTS, '^src/testing/', '^e2e/'] },
      to: { path: '^src/testing/' },
    },
    {
      name: 'nothing-imports-e2e',
      severity: 'error',
      from: { path: OURS, pathNot: '^e2e/' },
      to: { path: '^e2e/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What runs in production is a dependency, not a dev dependency.',
      severity: 'error',
      from: {
        path: '^(schemas|components|widgets|src)/',
        pathNot: [TESTS, '^src/testing/', '^src/document/test-', '/kit/contract'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The bench's baselines are installed by it alone.
    exclude: { path: ['^public/h5/', '^e2e/load/fixtures/', '^(\\.next|dist)/', '^node_modules/@types/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
