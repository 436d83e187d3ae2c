import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The installation's secret: the one given, or one made on first start and kept in the data
 * folder, readable by its owner only. Several machines must be given the same one.
 */
export function installationSecret(given: string | undefined, dataDir: string): string {
  if (given) return given
  const path = join(dataDir, 'secret')
  if (!existsSync(path)) makeSecret(dataDir, path)
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 64) throw new Error(`${path} is damaged: put it back from a backup, or delete it`)
  return secret
}

/** Written beside and linked into place: it is there whole or not at all, and the first one stays. */
function makeSecret(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true })
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(partial, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(partial)
  }
}

/** A key of 32 bytes for one purpose, so that no two purposes share one (HKDF, RFC 5869). */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ziggurat ${purpose}`, 32))
}
