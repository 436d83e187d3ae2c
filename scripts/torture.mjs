#!/usr/bin/env node
/*
 * `npm run torture [-- --kills 50 --dialect sqlite --seed 1]`: kills the built product and crashes
 * its database under load, and looks whether anything it promised was lost.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build, partsFor, staleParts } from './build.mjs'
import { ensurePackages } from './packages.mjs'

const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
try {
  await ensurePackages(root)
  const stale = staleParts(root, partsFor('runtime,worker'))
  if (stale.length > 0) await build(root, stale)
  const args = ['--import', 'tsx', 'e2e/load/torture/run.ts', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error.excerpt ?? error)
  process.exitCode = 1
}
