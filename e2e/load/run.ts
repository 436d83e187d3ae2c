import path from 'node:path'
import { type Figure, type Measured, reaches } from './figure'
import { figures } from './figures'
import { writeResults } from './results'

/*
 * `npm run bench [-- prefix]`: measures the built product. One JSON line a figure on stdout, what
 * missed its target on stderr. A run of all figures is kept in RESULTS.md.
 */

async function measure(figure: Figure): Promise<Measured | undefined> {
  console.error(`… ${figure.name}`)
  try {
    const measured = await figure.measure()
    const { name, value, unit, baseline, ratio } = measured
    console.log(JSON.stringify({ name, value, unit, baseline, ratio }))
    if (figure.target && !reaches(measured, figure.target)) {
      console.error(`! ${figure.name} misses its target ${JSON.stringify(figure.target)}`)
    }
    return measured
  } catch (error) {
    console.error(`✗ ${figure.name}: ${error instanceof Error ? error.stack : String(error)}`)
    process.exitCode = 1
    return undefined
  }
}

const prefix = process.argv[2] ?? ''
const chosen = figures.filter((figure) => figure.name.startsWith(prefix))
if (chosen.length === 0) {
  console.error(`no figure begins with ${prefix}; there are ${figures.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}
const results: { figure: Figure; measured: Measured }[] = []
for (const figure of chosen) {
  const measured = await measure(figure)
  if (measured) results.push({ figure, measured })
}
// A run that is not whole must not replace one that was.
if (prefix === '' && results.length === figures.length) {
  writeResults(path.join(import.meta.dirname, 'RESULTS.md'), results)
}
