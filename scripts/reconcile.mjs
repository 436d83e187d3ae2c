#!/usr/bin/env node
/*
 * `npm run reconcile`: counts anew all that the books keep, and prints each difference. Only reads:
 * the installation may be running. DATA_DIR and DATABASE_URL say which one, as for `npm start`.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)

const { ensurePackages } = await import('./packages.mjs')
const { build, staleParts } = await import('./build.mjs')
try {
  await ensurePackages(root)
  const stale = staleParts(root, ['server'])
  if (stale.length > 0) await build(root, stale)
} catch (error) {
  console.error(error.excerpt ?? error)
  process.exit(2)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(path.join(root, 'dist/reconcile.js')).href)
