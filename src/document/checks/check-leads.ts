import type { BlockId } from '../../../schemas/page'
import type { PageFacts } from '../../../schemas/page-facts'
import type { Judged } from './judged'
import type { Leads } from './look-at-block'

/** Links and pictures of a block that lead nowhere, or where members cannot follow. Paths lead into the block. */
export function checkLeads(
  leads: readonly Leads[],
  shown: ReadonlySet<BlockId>,
  facts: PageFacts | undefined,
): Judged[] {
  return leads.flatMap(({ target, address, path, isImage }): Judged[] => {
    const say = (code: string, params?: Judged['params']): Judged[] => [
      { level: 'warning', code, path, ...(params && { params }) },
    ]
    switch (target.kind) {
      case 'anchor':
        return shown.has(target.blockId) ? [] : say('dead_anchor')
      case 'broken':
        return say('bad_link', { address: address.slice(0, 80) })
      case 'page':
        return pageProblem(target.slug, facts).flatMap((code) => say(code, { slug: target.slug }))
      case 'web': {
        const { host, slug } = target
        if (facts?.ownHosts.includes(host))
          return slug === undefined || isImage
            ? []
            : pageProblem(slug, facts).flatMap((code) => say(code, { slug }))
        if (target.isPrivate) return say('private_link', { host })
        return target.isInsecure ? say('insecure_link', { host }) : []
      }
      default:
        return []
    }
  })
}

/** A page that leads to itself is there as soon as it is published. */
function pageProblem(slug: string, facts: PageFacts | undefined): string[] {
  if (!facts || facts.ownSlugs.includes(slug)) return []
  const state = Object.hasOwn(facts.pages, slug) ? facts.pages[slug] : undefined
  if (state === 'missing') return ['missing_page_link']
  return state === 'unpublished' ? ['unpublished_link'] : []
}
