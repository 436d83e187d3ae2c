import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FinishedResponse, finishResponse, SMALLEST } from './finished-response'
import { CONTENT_HEADERS, IMMUTABLE } from './headers'

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

/** One flat folder of files with a hash in their names: nothing else is asked for, nor found. */
const NAME = /^[A-Za-z0-9_-]{1,80}\.(js|css)$/
const MAX_FILES = 500

/**
 * The build's files by name, compressed as small as they go when first asked for and kept. Files
 * of earlier builds are found as long as they lie in the folder.
 */
export class AssetFiles {
  private readonly files = new Map<string, Promise<FinishedResponse | undefined>>()

  constructor(private readonly folder: string) {}

  get(name: string): Promise<FinishedResponse | undefined> {
    const type = TYPES[NAME.exec(name)?.[1] ?? '']
    if (!type) return Promise.resolve(undefined)
    const known = this.files.get(name)
    if (known) return known
    const loading = this.load(name, type)
    if (this.files.size < MAX_FILES) this.files.set(name, loading)
    // What is not there now may be there after the next build.
    loading.then(
      (found) => found || this.files.delete(name),
      () => this.files.delete(name),
    )
    return loading
  }

  private async load(name: string, type: string): Promise<FinishedResponse | undefined> {
    try {
      const body = await readFile(join(this.folder, name))
      return await finishResponse(body, type, [...CONTENT_HEADERS, ...IMMUTABLE], SMALLEST)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }
}
