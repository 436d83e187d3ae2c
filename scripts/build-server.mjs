#!/usr/bin/env node
/*
 * Bundles our own code of the server into dist/main.js, and the check of its books into
 * dist/reconcile.js; packages stay in node_modules. What is imported late (Next, by the console role)
 * stays a file of its own.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { serverBundle } from './server-bundle.mjs'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')

const { outputFiles } = await build({
  ...serverBundle,
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts', reconcile: 'src/boot/reconcile.ts' },
  outdir: dist,
  write: false,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
})

// Written only when all of it was made, so that a broken build leaves the last one standing.
rmSync(path.join(dist, 'chunks'), { recursive: true, force: true })
for (const file of outputFiles) {
  mkdirSync(path.dirname(file.path), { recursive: true })
  writeFileSync(file.path, file.contents)
}
