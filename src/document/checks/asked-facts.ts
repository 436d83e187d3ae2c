import type { Block, PageDefinition } from '../../../schemas/page'
import type { AskedFacts } from '../../../schemas/page-facts'
import type { Looked } from './look-at-block'

/** Of each kind at most so many are asked about; a page that holds more is checked as far as that. */
export const MOST_ASKED = 500

/** What the checks of this page need to know and only the server does. */
export function askedFacts(page: PageDefinition, lookAt: (block: Block) => Looked): AskedFacts {
  const toolIds = new Set<string>()
  const slugs = new Set<string>()
  const images = new Set<string>()
  const types = new Set<string>()
  if (page.settings.backgroundImage) images.add(page.settings.backgroundImage)
  for (const block of Object.values(page.blocks)) {
    const { isStatic, leads } = lookAt(block)
    if (block.tool) toolIds.add(block.tool.id)
    if (!isStatic) types.add(block.type)
    for (const { address, target, isImage } of leads) {
      if (isImage) images.add(address)
      else if ((target.kind === 'page' || target.kind === 'web') && target.slug) slugs.add(target.slug)
    }
  }
  const listed = (values: ReadonlySet<string>) => [...values].sort().slice(0, MOST_ASKED)
  return { toolIds: listed(toolIds), slugs: listed(slugs), images: listed(images), types: listed(types) }
}
