#!/usr/bin/env node
/*
 * `npm test`: everything that must hold, from a bare clone to the journeys in a real browser. Ends
 * with the line `N passed, N failed`. Logs, reports and screenshots are in test-results/.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode()
const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
const { ensurePackages } = await import('./packages.mjs')
const { runTasks, spell } = await import('./steps.mjs')
const { checks } = await import('./checks.mjs')

const started = Date.now()
const results = path.join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

// Random histories: a few while working, thousands here.
process.env.MODEL_RUNS ??= 'all'

const failures = []
let passed = 0
let failed = 0
try {
  await ensurePackages(root)
  const { ensureBrowser, ensureChineseFont } = await import('./browser.mjs')
  const browser = await ensureBrowser(root)
  console.log(`✓ browser ${browser}`)
  await ensureChineseFont(root)
  const { generateRegistries } = await import('./generate-registries.mjs')
  generateRegistries(root)

  const all = checks({ root, results, browser })
  const order = ['build', 'lint', 'boundaries', 'unused', 'unit', 'services-sqlite', 'services-postgres']
  order.push('new-widget', 'types', 'torture', 'journeys-sqlite', 'journeys-postgres')
  const onBuild = ['types', 'torture', 'journeys-sqlite', 'journeys-postgres']
  const needs = Object.fromEntries(onBuild.map((name) => [name, ['build']]))
  const tasks = order.map((name) => ({
    name,
    needs: needs[name],
    run: async () => {
      const counts = await all[name]()
      passed += counts.passed
    },
  }))
  const state = await runTasks(tasks, 2, (name, error) => {
    failures.push({ name, error })
    passed += error.counts?.passed ?? 0
    failed += error.counts?.failed ?? 1
  })
  // What could not even be tried did not pass.
  for (const verdict of state.values()) if (verdict === 'not run') failed += 1
} catch (error) {
  failures.push({ name: 'preparation', error })
  failed += 1
}

for (const { name, error } of failures) {
  console.log(`\n──── ${name} ────\n${error.excerpt ?? error.stack ?? error}`)
}
console.log(`\n${spell(Date.now() - started)}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
