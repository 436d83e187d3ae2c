import type { CheckRules } from '../../../schemas/check-rule'
import type { PageDefinition } from '../../../schemas/page'
import type { PageFacts } from '../../../schemas/page-facts'
import { asks, type Judged } from './judged'
import type { ShownBlock } from './shown-blocks'

const KB = 1_024

/** What a phone loads: pictures that are too heavy, and the page with all its pictures and scripts. */
export function checkWeight(
  { settings }: PageDefinition,
  shown: readonly ShownBlock[],
  facts: PageFacts,
  rules: CheckRules,
): Judged[] {
  const found: Judged[] = []
  const counted = new Set<string>()
  const bytesOf = (address: string) =>
    Object.hasOwn(facts.imageBytes, address) ? (facts.imageBytes[address] ?? 0) : 0
  let bytes = facts.scriptBytes
  const count = (address: string, path: Judged['path']) => {
    if (counted.has(address)) return
    counted.add(address)
    const own = bytesOf(address)
    bytes += own
    const limit = rules.image_heavy.terms.limit ?? Number.POSITIVE_INFINITY
    if (own > limit * KB) found.push(asks('image_heavy', path, { kb: Math.ceil(own / KB), limit }))
  }
  if (settings.backgroundImage) count(settings.backgroundImage, ['settings', 'backgroundImage'])
  for (const { block, looked } of shown) {
    for (const { address, path, isImage } of looked.leads)
      if (isImage) count(address, ['blocks', block.id, ...path])
  }
  const limit = rules.page_weight.terms.limit ?? Number.POSITIVE_INFINITY
  if (bytes > limit * KB) found.push(asks('page_weight', [], { kb: Math.ceil(bytes / KB), limit }))
  return found
}
