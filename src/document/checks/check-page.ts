import type { CheckRules } from '../../../schemas/check-rule'
import { AA_TEXT, contrast } from '../../../schemas/contrast'
import type { Block, BlockId, PageDefinition } from '../../../schemas/page'
import type { AskedFacts, PageFacts } from '../../../schemas/page-facts'
import { unreadablePairs } from '../../../schemas/theme'
import type { Definitions } from '../definitions'
import { askedFacts } from './asked-facts'
import { checkBindings } from './check-bindings'
import { checkLeads } from './check-leads'
import { checkTools } from './check-tools'
import { checkWeight } from './check-weight'
import type { Finding } from './finding'
import { asks, type Judged } from './judged'
import { type Looked, lookAtBlock, wordFindings } from './look-at-block'
import { type ShownBlock, shownBlocks } from './shown-blocks'

/** The checks of pages by one set of rules. */
export interface PageCheck {
  /**
   * What stands in the way of publishing, in document order, with what is known of the world around
   * the page; without that, what only the server can tell is left out.
   */
  check: (page: PageDefinition, facts?: PageFacts) => Finding[]
  /** What the rules make of something that was found elsewhere, such as in the canvas. */
  judge: (found: Finding) => Finding[]
  /** What the page asks of the server, sorted, so that the same page asks the same. */
  asks: (page: PageDefinition) => AskedFacts
  /** Links that members can follow out of this site, which only following them can check. */
  outsideLinks: (page: PageDefinition, facts?: PageFacts) => OutsideLink[]
}

export interface OutsideLink {
  address: string
  blockId: BlockId
  /** Leads into the page. */
  path: Finding['path']
}

/**
 * Checks pages by these rules. What a hidden block holds is not looked at, since nobody will see it.
 * A record that did not change is not looked at again, so that a long page is checked anew at the
 * cost of what was edited. Pure.
 */
export function createPageCheck(definitions: Definitions, rules: CheckRules): PageCheck {
  const known = new WeakMap<Block, Looked>()
  const lookAt = (block: Block): Looked => {
    const looked = known.get(block) ?? lookAtBlock(block, definitions, rules)
    known.set(block, looked)
    return looked
  }
  return {
    asks: (page) => askedFacts(page, lookAt),
    judge: (found) => judged(found, rules),
    outsideLinks: (page, facts) =>
      shownBlocks(page, lookAt).flatMap(({ block: { id }, looked }) =>
        looked.leads.flatMap(({ address, target, path, isImage }) => {
          const isOutside =
            target.kind === 'web' && !target.isPrivate && !facts?.ownHosts.includes(target.host) && !isImage
          return isOutside ? [{ address, blockId: id, path: ['blocks', id, ...path] }] : []
        }),
      ),
    check: (page, facts) => {
      const shown = shownBlocks(page, lookAt)
      const found: Judged[] = [
        ...(shown.length === 0 ? [{ level: 'error' as const, code: 'empty_page', path: [] }] : []),
        ...checkHead(page, rules),
        ...shown.flatMap((each) => checkBlock(each, shown, facts)),
        ...checkBindings(
          shown.map(({ block }) => block),
          definitions,
        ),
        ...(facts ? checkTools(shown, facts, rules) : []),
        ...(facts ? checkWeight(page, shown, facts, rules) : []),
      ]
      return found.flatMap((each) => judged(each, rules))
    },
  }
}

/** What the rules make of a finding; nothing when its rule is off. */
function judged({ level, code, ...rest }: Judged, rules: CheckRules): Finding[] {
  const ruled = Object.hasOwn(rules, code) ? rules[code as keyof CheckRules].level : level
  return ruled === 'off' ? [] : [{ level: ruled, code, ...rest }]
}

/** The page's own words, colours and card. */
function checkHead({ title, share, theme, settings }: PageDefinition, rules: CheckRules): Judged[] {
  const found: Judged[] = [
    ...wordFindings(title, ['title'], rules, undefined),
    ...wordFindings(share.title, ['share', 'title'], rules, undefined),
    ...wordFindings(share.description, ['share', 'description'], rules, undefined),
  ]
  if (share.title.trim() === '') found.push(asks('missing_share_title', ['share', 'title']))
  for (const { token, pair, ratio } of unreadablePairs(theme, settings.tokens)) {
    found.push(
      asks('contrast', ['settings', 'tokens', token], { pair, ratio: rounded(ratio), least: AA_TEXT }),
    )
  }
  return found
}

function checkBlock(
  { block, looked, ground, until }: ShownBlock,
  shown: readonly ShownBlock[],
  facts: PageFacts | undefined,
): Judged[] {
  const found = [...looked.findings, ...checkLeads(looked.leads, idsOf(shown), facts)]
  for (const { colour, ratio, path } of looked.inks) {
    const reached = contrast(colour, ground)
    if (reached < ratio)
      found.push(asks('contrast', path, { ratio: rounded(reached), least: ratio, pair: 'ink' }))
  }
  if (facts && until <= facts.now) found.push(asks('block_over', ['schedule']))
  return found.map((each) => ({ ...each, path: ['blocks', block.id, ...each.path] }))
}

const ids = new WeakMap<readonly ShownBlock[], ReadonlySet<BlockId>>()

function idsOf(shown: readonly ShownBlock[]): ReadonlySet<BlockId> {
  const known = ids.get(shown) ?? new Set(shown.map(({ block }) => block.id))
  ids.set(shown, known)
  return known
}

/** Down, so that what just fails is not said to reach what it must. */
const rounded = (ratio: number) => Math.floor(ratio * 100) / 100
