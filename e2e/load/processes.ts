import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { serverBundle } from '../../scripts/server-bundle.mjs'
import type { LoadPlan, LoadResult } from './http-load'

const START_LIMIT_MS = 20_000

/** Runs a plan in a process of its own and answers what it measured. Throws unless every answer was a 2xx. */
export async function measureLoad(plan: LoadPlan): Promise<LoadResult> {
  const result = await runScript<LoadResult>('load-process.ts', plan)
  const bad = Object.entries(result.statuses).filter(([status]) => !status.startsWith('2'))
  if (bad.length > 0 || result.requests === 0) {
    throw new Error(`${plan.origin} answered ${JSON.stringify(result.statuses)}`)
  }
  return result
}

const root = path.resolve(import.meta.dirname, '../..')
const bundles = new Map<string, Promise<string>>()

/**
 * A script of this folder, bundled like the product, once in a run: compiled on the fly each function
 * would be made to know its name, which takes a tenth of a grant's time, and of a baseline's too.
 */
function bundleOf(script: string): Promise<string> {
  const known = bundles.get(script)
  if (known) return known
  const outfile = path.join(root, 'dist', 'bench', script.replace(/\.ts$/, '.mjs'))
  const made = build({ ...serverBundle, entryPoints: [path.join(import.meta.dirname, script)], outfile })
  const bundle = made.then(() => outfile)
  bundles.set(script, bundle)
  return bundle
}

const SCRIPT_LIMIT_MS = 180_000
const MAX_OUTPUT_BYTES = 64 * 2 ** 20

/** Runs a script of this folder to its end: its argument is `given` as JSON, its output the answer. */
export async function runScript<T>(
  script: string,
  given: unknown,
  env: Record<string, string> = {},
  { nodeOptions = [], limitMs = SCRIPT_LIMIT_MS }: { nodeOptions?: string[]; limitMs?: number } = {},
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziggurat-script-'))
  try {
    const file = path.join(folder, 'given.json')
    writeFileSync(file, JSON.stringify(given))
    const args = [...nodeOptions, await bundleOf(script), file]
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, ...env },
      timeout: limitMs,
      maxBuffer: MAX_OUTPUT_BYTES,
    })
    return JSON.parse(stdout) as T
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface Sidecar {
  origin: string
  stop: () => void
}

/** Starts a script of this folder that prints its port once it listens; `given` is its JSON argument. */
export async function startSidecar(
  script: string,
  given: unknown,
  env: Record<string, string> = {},
): Promise<Sidecar> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziggurat-sidecar-'))
  const file = path.join(folder, 'given.json')
  writeFileSync(file, JSON.stringify(given))
  const child = spawn(process.execPath, [await bundleOf(script), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  const port = await firstLine(child)
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      process.off('exit', stop)
      stop()
    },
  }
}

async function firstLine(child: ChildProcess): Promise<number> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the sidecar did not start')), START_LIMIT_MS)
    child.once('exit', (code) => reject(new Error(`the sidecar ended with ${code}`)))
    child.stdout?.once('data', (line: Buffer) => {
      clearTimeout(timer)
      resolve(Number(line.toString().trim()))
    })
  })
}
