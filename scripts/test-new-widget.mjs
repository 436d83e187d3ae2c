#!/usr/bin/env node
/*
 * Proves that a widget is one new folder: in a copy of the project, `npm run new:widget` adds
 * that folder and nothing else, and lint, types and the contract test pass on it untouched.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const TYPE = 'scratch-card'
const LEFT_OUT = new Set(['node_modules', '.git', '.next', 'dist', 'data', 'test-results', 'h5'])

const root = path.resolve(import.meta.dirname, '..')
const copy = mkdtempSync(path.join(tmpdir(), 'ziggurat-new-widget-'))

function snapshot(folder = '') {
  return readdirSync(path.join(copy, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    if (entry.name === 'node_modules' || entry.name.endsWith('.gen.ts')) return []
    if (entry.isDirectory()) return snapshot(name)
    return [[name, readFileSync(path.join(copy, name), 'utf8')]]
  })
}

function run(title, args) {
  try {
    execFileSync(process.execPath, args, {
      cwd: copy,
      stdio: 'pipe',
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: undefined },
    })
    console.log(`${title}: passed`)
  } catch (error) {
    throw new Error(`${title} failed\n${error.stdout}\n${error.stderr}`)
  }
}

const bin = (name) => path.join(root, 'node_modules', name)

try {
  cpSync(root, copy, { recursive: true, filter: (source) => !LEFT_OUT.has(path.basename(source)) })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
  const before = new Map(snapshot())

  run('npm run new:widget', ['scripts/new-widget.mjs', TYPE])

  const changed = snapshot().filter(([name, content]) => before.get(name) !== content)
  const elsewhere = changed.map(([name]) => name).filter((name) => !name.startsWith(`widgets/${TYPE}/`))
  if (changed.length === 0) throw new Error('nothing was made')
  if (elsewhere.length > 0) throw new Error(`changed outside the widget's folder: ${elsewhere.join(', ')}`)
  console.log(`the diff is widgets/${TYPE}/: ${changed.length} files`)

  // The copy is no repository, so biome cannot ask git what to ignore.
  run('lint', [bin('@biomejs/biome/bin/biome'), 'check', '--vcs-enabled=false', `widgets/${TYPE}`])
  writeFileSync(
    path.join(copy, 'tsconfig.widget.json'),
    JSON.stringify({ extends: './tsconfig.json', include: [`widgets/${TYPE}`, 'widgets/registry.*.ts'] }),
  )
  run('types', [
    bin('typescript/bin/tsc'),
    '--noEmit',
    '--incremental',
    'false',
    '-p',
    'tsconfig.widget.json',
  ])
  run('contract test', [
    bin('vitest/vitest.mjs'),
    'run',
    '--project=unit',
    'widgets/kit/',
    `widgets/${TYPE}/`,
  ])
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(copy, { recursive: true, force: true })
}
