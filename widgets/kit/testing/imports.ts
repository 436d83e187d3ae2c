import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What a source file imports; those of types, which vanish in the build, only when asked. */
export function importedNames(source: string, withTypes: boolean): string[] {
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)
  return [...statements].filter(([, isType]) => withTypes || !isType).map(([, , from]) => from as string)
}

/** Everything a file imports for the phone to run, over however many of our own files. */
export function importsOf(entry: string): { file: string; from: string }[] {
  const found: { file: string; from: string }[] = []
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const from of importedNames(readFileSync(file, 'utf8'), false)) {
      found.push({ file, from })
      if (!from.startsWith('.')) continue
      const path = resolve(dirname(file), from)
      const target = [path, `${path}.ts`, `${path}.tsx`].find(
        (candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate),
      )
      if (!target) throw new Error(`${file} imports ${from}, which is not there`)
      visit(target)
    }
  }
  visit(entry)
  return found
}
