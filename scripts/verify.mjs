#!/usr/bin/env node
/*
 * `npm run verify`: the fast part of `npm test`, to run before every commit.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { checks } from './checks.mjs'
import { generateRegistries } from './generate-registries.mjs'
import { ensurePackages } from './packages.mjs'
import { runTasks, spell } from './steps.mjs'

const started = Date.now()
const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
await ensurePackages(root)
generateRegistries(root)
const results = path.join(root, 'test-results')
mkdirSync(results, { recursive: true })

const all = checks({ root, results })
const names = ['types', 'lint', 'boundaries', 'unit', 'services-sqlite']
let failed = 0
await runTasks(
  names.map((name) => ({ name, run: all[name] })),
  2,
  (name, error) => {
    failed += 1
    console.log(`\n──── ${name} ────\n${error.excerpt ?? error.stack}\n`)
  },
)
console.log(
  `${spell(Date.now() - started)}, ${failed === 0 ? 'all well' : `${failed} of ${names.length} failed`}`,
)
process.exit(failed === 0 ? 0 : 1)
