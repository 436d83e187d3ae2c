/*
 * The checks of `npm test` and `npm run verify`, by name. Each answers {passed, failed}, counted by
 * the runner itself where there is one; a check that failed throws with its `counts`.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runStep, StepFailed } from './steps.mjs'

/** Output without colours. Node warns when it is told both ways of saying so. */
const PLAIN = { FORCE_COLOR: '0', NO_COLOR: undefined }

/** {root, results: folder of logs and reports, browser?: path of a Chromium} → {[name]: () => Promise<counts>} */
export function checks({ root, results, browser }) {
  const bin = (name) => path.join(root, 'node_modules', name)
  const node = (name, args, env) =>
    runStep({ name, command: process.execPath, args, cwd: root, env, logDir: results, limitMs: 60 * 60_000 })

  /** A check without a runner that counts: it passes or fails as one. */
  const single =
    (name, ...args) =>
    async () => {
      await node(name, args)
      return { passed: 1, failed: 0 }
    }

  /** A test runner: what it says in its report counts, and a run of no test is a failure. */
  const counted = async (name, args, env, count) => {
    const report = path.join(results, `${name}.json`)
    const failure = await node(name, args(report), env(report)).then(
      () => undefined,
      (error) => error,
    )
    const counts = existsSync(report)
      ? count(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 0 }
    if (!failure && counts.passed > 0 && counts.failed === 0) {
      console.log(`  ${name}: ${counts.passed} passed`)
      return counts
    }
    const error = failure ?? new StepFailed(name, `${name} ran no test`)
    error.counts = { passed: counts.passed, failed: Math.max(1, counts.failed) }
    throw error
  }

  const vitest = (name, project) => () =>
    counted(
      name,
      (report) => [
        bin('vitest/vitest.mjs'),
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      () => PLAIN,
      countVitest,
    )

  const playwright = (name, project) => () =>
    counted(
      name,
      () => [
        bin('@playwright/test/cli.js'),
        'test',
        `--project=${project}`,
        '--reporter=line,json',
        `--output=${results}/${name}`,
      ],
      (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: browser, ...PLAIN }),
      ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
    )

  return {
    lint: single('lint', bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'),
    types: single('types', bin('typescript/bin/tsc'), '--noEmit', '-p', '.'),
    boundaries: single('boundaries', 'scripts/boundaries.mjs'),
    unused: single('unused', bin('knip/bin/knip.js')),
    'new-widget': single('new-widget', 'scripts/test-new-widget.mjs'),
    build: single('build', 'scripts/build.mjs'),
    unit: vitest('unit', 'unit'),
    'services-sqlite': vitest('services-sqlite', 'sqlite'),
    'services-postgres': vitest('services-postgres', 'postgres'),
    // A short part of `npm run torture`, which does it fifty times on each database.
    torture: single('torture', '--import', 'tsx', 'e2e/load/torture/run.ts', '--kills', '3'),
    'journeys-sqlite': playwright('journeys-sqlite', 'sqlite'),
    'journeys-postgres': playwright('journeys-postgres', 'postgres'),
  }
}

function countVitest(report) {
  // A file that does not even load has no tests to count, but it has failed.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}
