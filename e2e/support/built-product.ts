import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from '../../src/testing/postgres-server'

const ROOT = path.resolve(import.meta.dirname, '../..')
const JUMPING_CLOCK = pathToFileURL(path.join(import.meta.dirname, 'jumping-clock.mjs'))
const START_TIMEOUT_MS = 90_000
const STOP_TIMEOUT_MS = 15_000
const KEPT_LOG_CHARACTERS = 200_000

export interface Product {
  /** `http://127.0.0.1:<port>` */
  origin: string
  pid: number
  /** How long it took from spawning until the probe answered, in ms. */
  startedInMs: number
  /** What the server wrote, for failures. */
  log: () => string
  /** Sets its clock so many ms ahead of the machine's, or back. It must have been started `withJumpingClock`. */
  setClock: (aheadMs: number) => void
  /** Ends it and all it started at once, as a power cut would. */
  kill: () => Promise<void>
  /** Ends it as an operator would and answers its exit code; null when it had to be killed. */
  stop: () => Promise<number | null>
}

export interface ProductOptions {
  /** Beyond the defaults: a fresh DATA_DIR, a free PORT and quiet logs. */
  env?: Record<string, string>
  /** The address that must answer 200 before it counts as started. Default `/readyz`. */
  probe?: string
  /** Runs dist/main.js unless told to go through `npm start`, as a user does, or the script behind it. */
  through?: keyof typeof COMMANDS
  /** No file may grow beyond so many KB: to it the disk is full then. */
  maxFileKb?: number
  withJumpingClock?: boolean
}

const COMMANDS = {
  main: [process.execPath, 'dist/main.js'],
  script: [process.execPath, 'scripts/start.mjs'],
  npm: ['npm', 'start'],
} as const

/** A new folder for a product's data, and its end. */
export function freshDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ziggurat-data-'))
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }) }
}

/** Starts the product as built. Throws with its log when it does not answer within half a minute. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const fresh = freshDataDir()
  const clockFile = path.join(fresh.dataDir, 'clock')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const started = performance.now()
  const [command, ...args] = limited(COMMANDS[options.through ?? 'main'], options.maxFileKb)
  const child = spawn(command, args, {
    cwd: ROOT,
    // A group of its own, so that npm's shell and what it started end together.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutConfiguration(process.env),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: fresh.dataDir,
      LOG_LEVEL: 'warn',
      ...(options.withJumpingClock && { CLOCK_FILE: clockFile, NODE_OPTIONS: `--import ${JUMPING_CLOCK}` }),
      ...options.env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said = (said + chunk).slice(-KEPT_LOG_CHARACTERS)
    })
  }
  const killGroup = () => signal(child, 'SIGKILL')
  process.once('exit', killGroup)
  const stop = async () => {
    const code = await end(child)
    process.off('exit', killGroup)
    fresh.remove()
    return code
  }
  try {
    await answered(child, origin + (options.probe ?? '/readyz'))
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}\n${said}`)
  }
  const kill = async () => {
    const exited = new Promise((resolve) => child.once('exit', resolve))
    killGroup()
    if (child.exitCode === null && child.signalCode === null) await exited
    process.off('exit', killGroup)
    fresh.remove()
  }
  const setClock = (aheadMs: number) => {
    writeFileSync(clockFile, String(aheadMs))
    child.kill('SIGUSR2')
  }
  const startedInMs = performance.now() - started
  return { setClock, origin, pid: child.pid!, startedInMs, log: () => said, kill, stop }
}

/** The command under the shell's limit of how large a file may grow, in blocks of 512 bytes. */
function limited(
  command: readonly [string, ...string[]],
  maxFileKb: number | undefined,
): readonly [string, ...string[]] {
  if (maxFileKb === undefined) return command
  const script = `trap '' XFSZ; ulimit -f ${maxFileKb * 2}; exec "$@"`
  return ['sh', '-c', script, 'sh', ...command]
}

/** What this process was configured with must not leak into the product under test. */
function withoutConfiguration(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PORT, HOST, DATA_DIR, DATABASE_URL, ROLES, DEMO, SECRET, TICKET_SECRET, PUBLIC_URL, ...rest } = env
  return rest
}

async function answered(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode} while starting`)
    const response = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${url} did not answer within ${START_TIMEOUT_MS / 1000} s`)
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  signal(child, 'SIGTERM')
  const timer = setTimeout(() => signal(child, 'SIGKILL'), STOP_TIMEOUT_MS)
  const code = await ended
  clearTimeout(timer)
  return code
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, name)
  } catch {
    // It is gone already.
  }
}

/** Runs `use` with the environment of a data folder that was started once, so that it holds the demo. */
export async function onUsedData<T>(use: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const folder = freshDataDir()
  const env = { DATA_DIR: folder.dataDir }
  try {
    await (await startProduct({ env })).stop()
    return await use(env)
  } finally {
    folder.remove()
  }
}
