#!/usr/bin/env node
/*
 * `npm run db:generate -- <name>`: what changed in src/db/schema becomes a migration of each
 * dialect. `--custom` makes an empty one to write by hand (triggers).
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [name, ...flags] = process.argv
  .slice(2)
  .sort((a, b) => Number(a.startsWith('-')) - Number(b.startsWith('-')))
if (!name || name.startsWith('-')) {
  console.error('say what changes: npm run db:generate -- add-campaign-owner')
  process.exit(1)
}
for (const url of ['sqlite::memory:', 'postgres://generate/only']) {
  const drizzle = path.join(root, 'node_modules/drizzle-kit/bin.cjs')
  execFileSync(process.execPath, [drizzle, 'generate', `--name=${name}`, ...flags], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  })
}
