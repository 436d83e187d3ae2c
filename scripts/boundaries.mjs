#!/usr/bin/env node
/*
 * Checks who imports whom (.dependency-cruiser.cjs). Once with types, for the rules about layers,
 * and once without, for the rules about what is reached at run time. It fails as well when it
 * read fewer modules than there are: a checker that reads nothing finds nothing.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cruise, format } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const FOLDERS = ['schemas', 'components', 'widgets', 'src', 'e2e']
const root = path.resolve(import.meta.dirname, '..')

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesBelow(name)
    return /(?<!\.d)\.tsx?$/.test(entry.name) ? [name] : []
  })
}

async function check(title, rules, options) {
  const cruiseOptions = { ...options, ruleSet: { forbidden: rules }, validate: true }
  const { output } = await cruise(FOLDERS, cruiseOptions, {}, { tsConfig })
  const seen = new Set(output.modules.map((module) => module.source))
  const missed = sources.filter((source) => !seen.has(source))
  if (missed.length > 0 || sources.length === 0) {
    console.error(
      `${title}: read ${seen.size} modules, missed ${missed.length}: ${missed.slice(0, 5).join(', ')}`,
    )
    return false
  }
  const report = await format(output, { outputType: 'err' })
  console.log(`${title}: ${sources.length} modules, ${output.summary.error} violations`)
  if (output.summary.error > 0) console.error(report.output)
  return output.summary.error === 0
}

process.chdir(root)
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
// Without `jsx`: a parser told of it takes the generics of a plain .ts file for elements, and puts in React.
const { jsx: _, ...compilerOptions } = extractTSConfig('tsconfig.json').options
const tsConfig = { options: compilerOptions }
const sources = FOLDERS.flatMap(sourcesBelow)
const isReach = (rule) => rule.to.reachable !== undefined

const layers = await check(
  'imports',
  forbidden.filter((rule) => !isReach(rule)),
  options,
)
const reach = await check('reach', forbidden.filter(isReach), { ...options, tsPreCompilationDeps: false })
if (!layers || !reach) process.exitCode = 1
