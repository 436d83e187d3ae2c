#!/usr/bin/env node
/*
 * Builds the product: what phones load (public/h5), the server (dist/main.js) and the console
 * (.next). Builds only what is missing or was made from other sources.
 *   node scripts/build.mjs [--only=phone,server]
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateRegistries } from './generate-registries.mjs'
import { runStep, runTasks, StepFailed } from './steps.mjs'

const FOLDERS = ['src', 'widgets', 'schemas', 'components', 'public', 'scripts']
const FILES = ['package-lock.json', 'package.json', 'tsconfig.json', 'next.config.ts', 'postcss.config.mjs']
const NOT_INPUT = /\.test\.tsx?$|\.gen\.ts$|^public\/(h5|readme)\/|^src\/testing\//

/** Each part of the product and a file that is there once it is built. */
const PARTS = { phone: 'public/h5/manifest.json', server: 'dist/main.js', console: '.next/BUILD_ID' }
const STAMP = 'dist/.build-stamp'

/** The parts a process of these roles (`console,runtime`) needs. */
export function partsFor(roles) {
  return roles.split(',').some((role) => role.trim() === 'console') ? Object.keys(PARTS) : ['phone', 'server']
}

/** Those of `parts` that are not built from the sources as they are now. Some tens of ms. */
export function staleParts(root, parts) {
  const hash = hashInputs(root)
  const built = readStamp(root)
  return parts.filter((part) => built[part] !== hash || !existsSync(path.join(root, PARTS[part])))
}

/** Builds `parts`, two at a time. Throws when one fails; the others are finished and kept. */
export async function build(root, parts) {
  generateRegistries(root)
  // Taken before building: who edits a file meanwhile gets another build next time.
  const hash = hashInputs(root)
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const commands = {
    console: [next, 'build'],
    phone: ['scripts/build-phone.mjs'],
    server: ['scripts/build-server.mjs'],
  }
  const failures = []
  const tasks = ['console', 'phone', 'server']
    .filter((part) => parts.includes(part))
    .map((part) => ({
      name: part,
      run: async () => {
        forget(root, part)
        const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
        await runStep({
          name: `build ${part}`,
          command: process.execPath,
          args: commands[part],
          cwd: root,
          env,
        })
        remember(root, part, hash)
      },
    }))
  await runTasks(tasks, 2, (_, error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

function hashInputs(root) {
  const hash = createHash('sha256')
  const names = [...FILES, ...FOLDERS.flatMap((folder) => filesBelow(root, folder))]
  for (const name of names) {
    if (NOT_INPUT.test(name) || !existsSync(path.join(root, name))) continue
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(root, name)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(root, folder) {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(root, name) : [name]
    })
}

function readStamp(root) {
  const stamp = path.join(root, STAMP)
  return existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {}
}

function remember(root, part, hash) {
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(path.join(root, STAMP), JSON.stringify({ ...readStamp(root), [part]: hash }))
}

/** A build that breaks off must not leave the stamp of the one before. */
function forget(root, part) {
  if (!existsSync(path.join(root, STAMP))) return
  remember(root, part, '')
}

function isRunDirectly() {
  const here = fileURLToPath(import.meta.url)
  return process.argv[1] !== undefined && realpathSync(path.resolve(process.argv[1])) === realpathSync(here)
}

if (isRunDirectly()) {
  const root = path.resolve(import.meta.dirname, '..')
  const only = process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  try {
    await build(root, only ?? Object.keys(PARTS))
  } catch (error) {
    console.error(error instanceof StepFailed ? error.excerpt : error)
    process.exitCode = 1
  }
}
