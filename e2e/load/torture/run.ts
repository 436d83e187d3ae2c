import { parseArgs } from 'node:util'
import type { ProductDialect } from '../../support/product-database'
import { randomFrom } from './random'
import { type Fault, torture } from './torture'

/*
 * `npm run torture [-- --kills 50 --dialect sqlite --seed 1]`: faults under load, and whether anything
 * that was promised got lost, was given twice, or no longer adds up. Exits 1 then.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string' }, dialect: { type: 'string' }, seed: { type: 'string' } },
})
const kills = Number(values.kills ?? 50)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const dialects = (values.dialect ? [values.dialect] : ['sqlite', 'postgres']) as ProductDialect[]

/** So many kills; after every fifth, and after the last of fewer, one of each other fault. */
function planFor(dialect: ProductDialect): Fault[] {
  const others: Fault[] = [dialect === 'sqlite' ? 'disk full' : 'database crash', 'clock jumps']
  return Array.from({ length: kills }, (_, i): Fault[] =>
    i % 5 === 4 || (kills < 5 && i === kills - 1) ? ['kill', ...others] : ['kill'],
  ).flat()
}

console.log(`seed ${seed}`)
let isBroken = false
for (const dialect of dialects) {
  const { faults, sent, granted, broken } = await torture(
    dialect,
    planFor(dialect),
    randomFrom(seed),
    console.log,
  )
  const injected = Object.entries(faults)
    .filter(([, times]) => times > 0)
    .map(([fault, times]) => `${times} × ${fault}`)
  console.log(
    `${dialect}: ${injected.join(', ')}; ${sent} claims sent, ${granted} granted, ${broken.length} broken`,
  )
  for (const line of broken) console.error(`  ${line}`)
  isBroken ||= broken.length > 0
}
process.exit(isBroken ? 1 : 0)
