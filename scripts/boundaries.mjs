#!/usr/bin/env node
/*
 * `npm run boundaries`: checks who imports whom (.dependency-cruiser.cjs). Once with types, for
 * the rules about layers, and once without, for the rules about what is reached at run time. It
 * fails as well when it read fewer modules than there are: a checker that reads nothing finds nothing.
 */
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const FOLDERS = ['schemas', 'components', 'widgets', 'src', 'e2e']

function sourcesBelow(root, folder) {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesBelow(root, name)
    return /(?<!\.d)\.tsx?$/.test(entry.name) ? [name] : []
  })
}

/** Every violation below `root` as {rule, from, to}, and how many modules were read. */
export async function checkBoundaries(root) {
  const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
  const sources = FOLDERS.flatMap((folder) => sourcesBelow(root, folder))
  if (sources.length === 0) throw new Error('there is no module to read')
  const folders = FOLDERS.filter((folder) => existsSync(path.join(root, folder)))
  // Without `jsx`: a parser told of it takes the generics of a plain .ts file for elements, and puts in React.
  const { jsx: _, ...compilerOptions } = extractTSConfig(path.join(root, 'tsconfig.json')).options
  const isReach = (rule) => rule.to.reachable !== undefined
  const passes = [
    { rules: forbidden.filter((rule) => !isReach(rule)), tsPreCompilationDeps: true },
    { rules: forbidden.filter(isReach), tsPreCompilationDeps: false },
  ]
  const violations = []
  for (const { rules, tsPreCompilationDeps } of passes) {
    const { output } = await cruise(
      folders,
      {
        ...options,
        tsPreCompilationDeps,
        tsConfig: { fileName: path.join(root, 'tsconfig.json') },
        // A node_modules that is a link stays node_modules.
        preserveSymlinks: true,
        baseDir: root,
        validate: true,
        ruleSet: { forbidden: rules },
      },
      {},
      { tsConfig: { options: compilerOptions } },
    )
    const seen = new Set(output.modules.map((module) => module.source))
    const missed = sources.filter((source) => !seen.has(source))
    if (missed.length > 0)
      throw new Error(`${missed.length} modules were not read: ${missed.slice(0, 5).join(', ')}`)
    for (const { rule, from, to, via } of output.summary.violations) {
      violations.push({ rule: rule.name, from, to, via: via?.map((step) => step.name) ?? [] })
    }
  }
  return { modules: sources.length, violations }
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(path.resolve(process.argv[1])) === realpathSync(here)) {
  const root = path.resolve(path.dirname(here), '..')
  // Aliases of imports are looked up from the working directory.
  process.chdir(root)
  const { modules, violations } = await checkBoundaries(root)
  for (const { rule, from, to, via } of violations) {
    const way = via.length > 1 ? `\n    ${[from, ...via].join(' → ')}` : ''
    console.error(`${rule}: ${from} → ${to}${way}`)
  }
  console.log(`${modules} modules, ${violations.length} forbidden imports`)
  if (violations.length > 0) process.exitCode = 1
}
