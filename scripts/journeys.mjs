#!/usr/bin/env node
/*
 * `npm run journeys -- [arguments of playwright test]`: builds if needed and runs the browser
 * journeys, for work on one of them: `npm run journeys -- --project=sqlite claim`.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBrowser, ensureChineseFont } from './browser.mjs'
import { build, partsFor, staleParts } from './build.mjs'
import { ensurePackages } from './packages.mjs'

const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
try {
  await ensurePackages(root)
  const stale = staleParts(root, partsFor('console'))
  if (stale.length > 0) await build(root, stale)
  const browser = await ensureBrowser(root)
  await ensureChineseFont(root)
  const args = [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
  })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.excerpt ?? error)
  process.exitCode = 1
}
