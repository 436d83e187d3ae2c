#!/usr/bin/env node
/*
 * `npm run guards [-- text]`: takes out, one after another, whatever guards money, stock and other
 * people's writes, in a copy of the project, and runs the tests that should notice. Fails when they
 * do not, or when they fail with everything in place. With a text, only what has it in its name;
 * with `--from=text`, that one and all behind it. A quarter of an hour; `--list` only tells what there is.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateRegistries } from './generate-registries.mjs'
import { findRemovals } from './guard-removals.mjs'
import { testsOf } from './guard-tests.mjs'
import { ensurePackages } from './packages.mjs'
import { spell } from './steps.mjs'

const LEFT_OUT = new Set(['node_modules', '.git', '.next', 'dist', 'data', 'test-results', 'public'])
/** A test that waits for something that no longer happens. */
const LIMIT_MS = 300_000

const root = path.resolve(import.meta.dirname, '..')
const args = process.argv.slice(2)
const wanted = args.find((arg) => !arg.startsWith('--')) ?? ''
const from = args.find((arg) => arg.startsWith('--from='))?.slice('--from='.length) ?? ''
const all = findRemovals(root)
const first = all.findIndex(({ name }) => name.includes(from))
const removals = first < 0 ? [] : all.slice(first).filter(({ name }) => name.includes(wanted))
if (removals.length === 0) throw new Error(`no guard has that in its name: ${args.join(' ')}`)

if (args.includes('--list')) {
  for (const { name } of removals) console.log(name)
  process.exit(0)
}

await ensurePackages(root)
generateRegistries(root)
const copy = mkdtempSync(path.join(tmpdir(), 'ziggurat-guards-'))
const passed = new Map()
let failed = 0
try {
  cpSync(root, copy, { recursive: true, filter: (source) => !LEFT_OUT.has(path.basename(source)) })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
  for (const removal of removals) check(removal)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(
  `\n${removals.length} guards, ${failed === 0 ? 'each of them noticed when it is gone' : `${failed} not noticed`}`,
)
process.exit(failed === 0 ? 0 : 1)

function check(removal) {
  const filters = testsOf(removal.name)
  // A test that fails anyway notices nothing.
  if (!passWithAll(filters)) {
    failed++
    console.log(`✗ ${removal.name} — with every guard in place these fail: ${filters.join(' ')}`)
    return
  }
  const started = Date.now()
  const restore = takeOut(removal)
  const isNoticed = !passes(filters)
  restore()
  if (!isNoticed) failed++
  console.log(
    `${isNoticed ? '✓' : '✗'} ${removal.name} (${spell(Date.now() - started)})${isNoticed ? '' : ` — not noticed by ${filters.join(' ')}`}`,
  )
}

/** Writes the files without the guard, and answers how to put it back. */
function takeOut({ files, remove }) {
  const before = files.map((file) => [path.join(copy, file), readFileSync(path.join(copy, file), 'utf8')])
  let isChanged = false
  for (const [file, text] of before) {
    const without = remove(text)
    if (without === text) continue
    isChanged = true
    writeFileSync(file, without)
  }
  if (!isChanged) throw new Error('nothing was taken out')
  return () => {
    for (const [file, text] of before) writeFileSync(file, text)
  }
}

function passWithAll(filters) {
  const key = filters.join(' ')
  if (!passed.has(key)) passed.set(key, passes(filters))
  return passed.get(key)
}

function passes(filters) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project=sqlite', '--bail=1', '--reporter=dot', ...filters],
    { cwd: copy, stdio: 'pipe', timeout: LIMIT_MS, killSignal: 'SIGKILL' },
  )
  return status === 0
}
