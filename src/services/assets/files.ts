import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@/src/lib/ids'

/** The folder uploads lie in, each under its content's hash. */
export const uploadsFolder = (dataDir: string) => join(dataDir, 'uploads')

export type MasterExtension = 'png' | 'jpg' | 'gif' | 'webp' | 'svg'
export type VariantExtension = 'avif' | 'webp' | 'jpg' | 'png'

/** The picture itself, as it was uploaded but for what did not belong in it. */
export const masterName = (hash: string, extension: string) => `${hash}.${extension}`

/** The picture in one width, in one format. */
export const variantName = (hash: string, width: number, extension: VariantExtension) =>
  `${hash}.${width}.${extension}`

/** Written beside and moved into place, so that a crash leaves no half picture under its name. */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, newId('aud', now))
  await writeFile(partial, bytes)
  await rename(partial, join(folder, name))
}

export interface FoundFile {
  path: string
  extension: string
  bytes: number
}

/** The first of these names that is there. */
export async function findFirst(folder: string, names: readonly string[]): Promise<FoundFile | undefined> {
  for (const name of names) {
    const path = join(folder, name)
    const file = await stat(path).catch(() => undefined)
    if (file?.isFile()) return { path, extension: name.slice(name.lastIndexOf('.') + 1), bytes: file.size }
  }
  return undefined
}
