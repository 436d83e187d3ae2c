import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBoundaries } from './boundaries.mjs'

/** rule → a file that breaks it, by what it imports. */
const OFFENCES: [rule: string, from: string, imports: string][] = [
  ['schemas-imports', 'schemas/bad-page.ts', '../src/lib/money'],
  ['schemas-need-only-zod', 'schemas/bad-log.ts', 'pino'],
  ['components-imports', 'components/bad-money.tsx', '@/src/lib/money'],
  ['components-hold-no-data', 'components/bad-query.tsx', '@tanstack/react-query'],
  ['widget-imports', 'widgets/lottery/bad-neighbour.ts', '../text/definition'],
  ['widget-imports', 'widgets/lottery/bad-component.ts', '@/components/table'],
  ['widget-imports', 'widgets/lottery/bad-service.ts', '@/src/services/pages/get'],
  ['widget-form-imports', 'widgets/lottery/tool-form.tsx', '@/src/lib/money'],
  ['widgets-kit-imports', 'widgets/kit/bad-widget.ts', '../text/definition'],
  ['registry-imports', 'widgets/registry.views.gen.ts', './text/fixtures'],
  ['lib-imports', 'src/lib/bad-schema.ts', '@/schemas/page'],
  ['db-imports', 'src/db/bad-service.ts', '../services/pages/get'],
  ['document-imports', 'src/document/bad-db.ts', '../db/index'],
  ['services-imports', 'src/services/bad-api.ts', '../api/staff/router'],
  ['api-imports', 'src/api/bad-db.ts', '../db/index'],
  ['api-takes-types-of-tools', 'src/api/bad-tools.ts', '../../widgets/registry.tools.gen'],
  ['jobs-imports', 'src/jobs/bad-db.ts', '../db/index'],
  ['editor-imports', 'src/editor/bad-service.ts', '../services/pages/get'],
  ['screens-imports', 'src/screens/bad-editor.tsx', '../editor/store'],
  ['screens-never-load-the-server', 'src/screens/bad-driver.tsx', 'drizzle-orm'],
  ['router-as-type-only', 'src/client/bad-router.ts', '@/src/api/staff/router'],
  ['phone-imports', 'src/phone/bad-document.tsx', '../document/walk'],
  ['phone-takes-types-of-schemas', 'src/phone/bad-schema.tsx', '../../schemas/page'],
  ['phone-never-loads', 'src/phone/bad-fields.tsx', '@/widgets/kit/fields'],
  ['phone-never-loads', 'widgets/lottery/view.tsx', '../kit/fields'],
  ['runtime-imports', 'src/runtime/bad-db.ts', '../db/index'],
  ['server-never-loads-screens', 'src/runtime/bad-react.ts', 'react'],
  ['app-imports', 'src/app/bad-service.tsx', '../services/pages/get'],
  ['main-imports', 'src/main.ts', './services/pages/get'],
  ['next-starts-late', 'src/main.ts', 'next'],
  ['testing-is-for-tests', 'src/services/bad-testing.ts', '../testing/clock'],
  ['drivers-at-home', 'src/services/bad-driver.ts', 'better-sqlite3'],
  ['react-at-home', 'src/services/bad-react.ts', 'react'],
  ['no-cycles', 'src/lib/bad-cycle.ts', './cycle-partner'],
  ['not-to-unresolvable', 'src/lib/bad-name.ts', './nowhere'],
  ['nothing-imports-e2e', 'src/services/bad-journey.ts', '../../e2e/journey'],
]

/** What the layers allow, and what the offenders above need to exist. */
const ALLOWED: Record<string, string> = {
  'schemas/page.ts':
    "import { z } from 'zod'\nexport const Page = z.object({})\nexport type Page = typeof Page\n",
  'components/table.tsx': "import type { Page } from '@/schemas/page'\nexport type Row = Page\n",
  'src/lib/money.ts': 'export const generic = <T>(value: T) => value\n',
  'src/lib/cycle-partner.ts': "import './bad-cycle'\n",
  'src/db/index.ts': "import '../lib/money'\n",
  'src/document/walk.ts': "import '@/schemas/page'\n",
  'src/services/pages/get.ts': "import '@/src/db'\nimport '@/src/document/walk'\n",
  'src/services/pages/get.test.ts': "import '../../testing/clock'\nimport './get'\n",
  'src/testing/clock.ts': "import '../services/pages/get'\n",
  'src/api/staff/router.ts':
    "import '@/src/services/pages/get'\nexport type StaffRouter = 1\nexport const router = 1\n",
  'src/client/trpc.ts':
    "import type { StaffRouter } from '@/src/api/staff/router'\nexport type Router = StaffRouter\n",
  'src/editor/store.ts': "import '../document/walk'\nimport '../client/trpc'\n",
  'src/phone/types.tsx': "import type { Page } from '../../schemas/page'\nexport type Mine = Page\n",
  'widgets/registry.tools.gen.ts': "import './kit/fields'\nexport const tools = {}\n",
  'widgets/kit/fields.ts': "import 'zod'\n",
  'widgets/text/definition.ts': "import '../kit/fields'\n",
  'widgets/text/fixtures.ts': "import './definition'\n",
  'widgets/text/view.tsx': "import type { Page } from '../../schemas/page'\nexport type Mine = Page\n",
  'e2e/journey.ts': "import '../src/testing/clock'\n",
}

const REPOSITORY = path.resolve(import.meta.dirname, '..')
let root = ''
let violations: { rule: string; from: string }[] = []

// One world for all: the checker remembers, for as long as its process lives, where it resolved.
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'ziggurat-boundaries-'))
  symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(root, 'node_modules'), 'junction')
  const files: Record<string, string> = {
    ...ALLOWED,
    'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] }, jsx: 'react-jsx' } }),
  }
  for (const [, from, imports] of OFFENCES) {
    files[from] = `${files[from] ?? ''}import { a${Object.keys(files).length} } from '${imports}'\n`
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    // An import whose name is never used vanishes in the build, so every name is used.
    const names = [...content.matchAll(/import \{ (a\d+) \}/g)].map((match) => match[1])
    writeFileSync(
      path.join(root, name),
      content + (names.length > 0 ? `export const used = [${names.join()}]\n` : ''),
    )
  }
  // Aliases of imports are looked up from the working directory.
  process.chdir(root)
  violations = (await checkBoundaries(root)).violations
})
afterAll(() => {
  process.chdir(REPOSITORY)
  rmSync(root, { recursive: true, force: true })
})

test.each(OFFENCES)('%s refuses that %s imports %s', (rule, from) => {
  expect(violations).toContainEqual(expect.objectContaining({ rule, from }))
})

test('what the layers allow is let through', () => {
  const offenders = [...OFFENCES.map(([, from]) => from), 'src/lib/cycle-partner.ts']
  expect(violations.filter(({ from }) => !offenders.includes(from))).toEqual([])
})

test('a project without modules does not pass', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'ziggurat-boundaries-'))
  await expect(checkBoundaries(empty)).rejects.toThrow('no module')
  rmSync(empty, { recursive: true })
})
