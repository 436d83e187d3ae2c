#!/usr/bin/env node
/*
 * `npm start`: installs if needed, builds if needed, then becomes the server. Plain Node.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode()
const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
process.env.NODE_ENV ??= 'production'

const { ensurePackages } = await import('./packages.mjs')
const { build, partsFor, staleParts } = await import('./build.mjs')
try {
  await ensurePackages(root)
  const stale = staleParts(root, partsFor(process.env.ROLES || 'console,runtime,worker'))
  if (stale.length > 0) await build(root, stale)
} catch (error) {
  console.error(error.excerpt ?? error)
  process.exit(1)
}

// In this process, not a child: one process less, and signals arrive where they are handled.
process.setSourceMapsEnabled(true)
await import(pathToFileURL(path.join(root, 'dist/main.js')).href)
