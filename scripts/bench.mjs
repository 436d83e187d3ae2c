#!/usr/bin/env node
/*
 * `npm run bench [-- prefix]`: measures the built product; one JSON line a figure on stdout.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { build, partsFor, staleParts } from './build.mjs'
import { ensurePackages } from './packages.mjs'

const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
// Lines of progress go to stderr: stdout carries figures only.
console.log = console.error
try {
  await ensurePackages(root)
  const stale = staleParts(root, partsFor('console'))
  if (stale.length > 0) await build(root, stale)
  const browser = await ensureBrowser(root)
  const args = ['--import', 'tsx', 'e2e/load/run.ts', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', CHROMIUM_PATH: browser },
  })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.excerpt ?? error)
  process.exitCode = 1
}
