/*
 * Installs the packages of package-lock.json when they are not there yet. Plain Node: it runs
 * before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runStep } from './steps.mjs'

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json says, for this Node.
 * Takes some 10 ms when there is nothing to do. Throws when npm fails.
 */
export async function ensurePackages(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  // Native modules are built for one ABI: another Node in the same folder needs another build.
  const runtime = `${process.platform}-${process.arch}-${process.versions.modules}`
  const wanted = createHash('sha256').update(lock).update(runtime).digest('hex')
  const stamp = path.join(root, 'node_modules', '.ziggurat-packages')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalledByHand(root, JSON.parse(lock))) {
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
    const step = {
      name: 'install packages',
      command: npm,
      args,
      cwd: root,
      shell: process.platform === 'win32',
    }
    await runStep({ ...step, note: 'a few minutes the first time' })
  }
  writeFileSync(stamp, wanted)
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** True when somebody's own `npm install` left the same packages and the native ones load. */
function isInstalledByHand(root, lock) {
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const { packages } = JSON.parse(readFileSync(installed, 'utf8'))
  const same = Object.entries(lock.packages).every(
    ([name, { version, optional }]) => name === '' || optional || packages[name]?.version === version,
  )
  if (!same) return false
  const driver =
    Number(process.versions.node.split('.')[0]) >= 22 ? 'better-sqlite3' : 'better-sqlite3-node20'
  const load = `new (require('${driver}'))(':memory:').close()`
  return spawnSync(process.execPath, ['-e', load], { cwd: root, stdio: 'ignore' }).status === 0
}
