import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { loadPhoneAssets } from './phone-assets'

/**
 * How many bytes of script a page with these interactive widgets sends, packed as a phone gets them.
 * Files are read when first asked for and remembered: their names change with their content.
 */
export function createScriptScale(folder: string) {
  const bytesOf = new Map<string, number>()
  let manifest: ReturnType<typeof loadPhoneAssets>['manifest'] | undefined

  const weigh = (name: string): number => {
    const known = bytesOf.get(name) ?? gzipSync(readFileSync(join(folder, name))).length
    bytesOf.set(name, known)
    return known
  }
  return (types: readonly string[], locale: 'zh-CN' | 'en'): number => {
    if (types.length === 0) return 0
    manifest ??= loadPhoneAssets(folder).manifest
    const { phone, preload, islands } = manifest.scripts[locale]
    const names = [phone, ...preload.phone, ...types.flatMap((type) => islands[type] ?? [])]
    return [...new Set(names)].reduce((sum, name) => sum + weigh(name), 0)
  }
}
