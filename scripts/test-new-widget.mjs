#!/usr/bin/env node
/*
 * Proves that a widget is one new folder, in a copy of the project: what `npm run new:widget` makes
 * passes as it is, and so does the widget of widgets/README.md, made by following that page to the
 * letter: its files written, its commands run, in their order.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stepsOf } from './readme-steps.mjs'

const UNTOUCHED = 'scratch-off'
const FOLLOWED = 'daily-gift'
const LEFT_OUT = new Set(['node_modules', '.git', '.next', 'dist', 'data', 'test-results', 'h5'])

const root = path.resolve(import.meta.dirname, '..')
const copy = mkdtempSync(path.join(tmpdir(), 'ziggurat-new-widget-'))

function snapshot(folder = '') {
  return readdirSync(path.join(copy, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    if (['node_modules', 'test-results'].includes(entry.name) || entry.name.endsWith('.gen.ts')) return []
    if (entry.isDirectory()) return snapshot(name)
    return [[name, readFileSync(path.join(copy, name), 'utf8')]]
  })
}

/** Runs a command in the copy, quietly; when it fails, throws with all it said. */
function run(title, command, args) {
  try {
    execFileSync(command, args, {
      cwd: copy,
      stdio: 'pipe',
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: undefined },
    })
    console.log(`${title}: passed`)
  } catch (error) {
    throw new Error(`${title} failed\n${error.stdout}\n${error.stderr}`)
  }
}

const node = (title, ...args) => run(title, process.execPath, args)
const bin = (name) => path.join(root, 'node_modules', name)

/** Does `work`, which must change files in the widget's folder only. */
function inOneFolder(type, work) {
  const before = new Map(snapshot())
  work()
  const changed = snapshot().filter(([name, content]) => before.get(name) !== content)
  const elsewhere = changed.map(([name]) => name).filter((name) => !name.startsWith(`widgets/${type}/`))
  if (changed.length === 0) throw new Error('nothing was made')
  if (elsewhere.length > 0) throw new Error(`changed outside the widget's folder: ${elsewhere.join(', ')}`)
  console.log(`the diff is widgets/${type}/: ${changed.length} files`)
}

function checkWidget(type) {
  // The copy is no repository, so biome cannot ask git what to ignore.
  node(`${type}: lint`, bin('@biomejs/biome/bin/biome'), 'check', '--vcs-enabled=false', `widgets/${type}`)
  const include = [`widgets/${type}`, 'widgets/registry.*.ts', 'widgets/kit/*.d.ts']
  writeFileSync(
    path.join(copy, 'tsconfig.widget.json'),
    JSON.stringify({ extends: './tsconfig.json', include }),
  )
  const args = ['--noEmit', '--incremental', 'false', '-p', 'tsconfig.widget.json']
  node(`${type}: types`, bin('typescript/bin/tsc'), ...args)
  rmSync(path.join(copy, 'tsconfig.widget.json'))
}

/** The page's commands, as somebody would type them; git is not there to be asked. */
function typed(command) {
  const [program, ...args] = command.replace('biome check', 'biome check --vcs-enabled=false').split(' ')
  run(command, program, args)
}

function followPage() {
  for (const step of stepsOf(readFileSync(path.join(root, 'widgets/README.md'), 'utf8'))) {
    if (step.kind === 'command') typed(step.command)
    else {
      mkdirSync(path.dirname(path.join(copy, step.file)), { recursive: true })
      writeFileSync(path.join(copy, step.file), step.content)
    }
  }
}

try {
  cpSync(root, copy, { recursive: true, filter: (source) => !LEFT_OUT.has(path.basename(source)) })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')

  inOneFolder(UNTOUCHED, () => node('npm run new:widget', 'scripts/new-widget.mjs', UNTOUCHED))
  checkWidget(UNTOUCHED)
  inOneFolder(FOLLOWED, followPage)
  checkWidget(FOLLOWED)
  const tests = ['widgets/kit/', `widgets/${UNTOUCHED}/`, `widgets/${FOLLOWED}/`]
  node('contract test', bin('vitest/vitest.mjs'), 'run', '--project=unit', ...tests)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}
