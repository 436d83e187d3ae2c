#!/usr/bin/env node
/*
 * `npm run pictures`: takes the pictures of the READMEs anew, of the product as built, into
 * public/readme. Look at them before committing.
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
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'e2e/pictures/run.ts'], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
  })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.excerpt ?? error)
  process.exitCode = 1
}
