#!/usr/bin/env node
/*
 * `npm run dev`: the API restarts when its sources change, the phone's scripts are built anew when
 * theirs do, and Next serves the screens with hot reload on PORT, passing the rest on to the API.
 */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { generateRegistries } from './generate-registries.mjs'
import { requireNode } from './node-version.mjs'
import { ensurePackages } from './packages.mjs'

requireNode()
const QUIET_MS = 150
const root = path.resolve(import.meta.dirname, '..')
process.chdir(root)
const port = Number(process.env.PORT || 3000)
const apiPort = Number(process.env.API_PORT || port + 1)

await ensurePackages(root)
generateRegistries(root)
const { buildPhone } = await import('./build-phone.mjs')

const children = []
function run(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  children.push(child)
  // One of the two alone is of no use.
  child.once('exit', (code) => end(code ?? 0))
}

function end(code) {
  for (const child of children) child.kill('SIGTERM')
  process.exitCode = code
  for (const one of watchers) one.close()
}

/** Builds what phones load, one build at a time, and once more when something changed meanwhile. */
let building = false
let isStale = false
async function rebuildPhone() {
  if (building) {
    isStale = true
    return
  }
  building = true
  const started = Date.now()
  try {
    await buildPhone(root)
    console.log(`phone built in ${Date.now() - started} ms`)
  } catch (error) {
    console.error(`phone: ${error.message}`)
  }
  building = false
  if (!isStale) return
  isStale = false
  await rebuildPhone()
}

await rebuildPhone()

let quiet
const watchers = ['src/phone', 'widgets', 'schemas'].map((folder) =>
  watch(path.join(root, folder), { recursive: true }, (_, file) => {
    if (!file || file.endsWith('.gen.ts') || /\.test\.tsx?$/.test(file)) return
    clearTimeout(quiet)
    quiet = setTimeout(rebuildPhone, QUIET_MS)
  }),
)

const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs')
const next = path.join(root, 'node_modules/next/dist/bin/next')
run([tsx, 'watch', '--clear-screen=false', '--include=public/h5/manifest.json', 'src/main.ts'], {
  NODE_ENV: 'development',
  PORT: String(apiPort),
  // Links lead where the browser is, not to the API behind it.
  PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
})
run([next, 'dev', '--port', String(port)], {
  NODE_ENV: 'development',
  NEXT_TELEMETRY_DISABLED: '1',
  API_ORIGIN: `http://127.0.0.1:${apiPort}`,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(0))
