import type { Block, BlockId, PageDefinition } from '../../schemas/page'
import type { LintFinding } from '../../widgets/kit/definition'
import { type AnchorLink, anchorsIn } from './anchors'
import { type Definitions, definitionOf } from './definitions'
import { migrateBlock } from './migrate'
import { walkPage } from './walk'

/**
 * Something to put right before the page is published. An error stops publishing, a warning
 * asks. `path` leads to it: `['blocks', id, …]`, `['share', 'title']`, or empty for the page.
 * A widget's own codes are in its messages (`findings.<code>`).
 */
export interface Finding {
  level: 'error' | 'warning'
  code: string
  path: (string | number)[]
}

/**
 * What stands in the way of publishing the page, in document order. What a hidden block holds is
 * not looked at, since nobody will see it. Pure: what only the server knows (whether a tool
 * exists, whose campaign it is) is checked there.
 */
export function lintPage(page: PageDefinition, definitions: Definitions): Finding[] {
  const findings: Finding[] = []
  if (page.share.title.trim() === '') {
    findings.push({ level: 'warning', code: 'missing_share_title', path: ['share', 'title'] })
  }
  const shown = shownBlocks(page)
  const ids = new Set(shown.map(({ id }) => id))
  for (const block of shown) {
    const { own, anchors } = lookAt(block, definitions)
    const dead = anchors.filter(({ blockId }) => !ids.has(blockId))
    for (const { level, code, path } of [...own, ...dead.map(deadAnchor)]) {
      findings.push({ level, code, path: ['blocks', block.id, ...path] })
    }
  }
  if (shown.length === 0) findings.unshift({ level: 'error', code: 'empty_page', path: [] })
  return findings
}

/** In document order, those that members may see. */
function shownBlocks(page: PageDefinition): Block[] {
  const hidden = new Set<BlockId>()
  const shown: Block[] = []
  for (const { block, parent } of walkPage(page)) {
    if (block.hidden || (parent !== null && hidden.has(parent))) hidden.add(block.id)
    else shown.push(block)
  }
  return shown
}

function deadAnchor({ path }: AnchorLink): Finding {
  return { level: 'warning', code: 'dead_anchor', path }
}

/** What can be said of a block without the rest of the page. */
interface Looked {
  own: Finding[]
  anchors: AnchorLink[]
}

const known = new WeakMap<Definitions, WeakMap<Block, Looked>>()

/** A record that did not change is not looked at again: the editor checks with every keystroke. */
function lookAt(block: Block, definitions: Definitions): Looked {
  const ofBlocks = known.get(definitions) ?? new WeakMap<Block, Looked>()
  known.set(definitions, ofBlocks)
  const looked = ofBlocks.get(block) ?? lintBlock(block, definitions)
  ofBlocks.set(block, looked)
  return looked
}

function lintBlock(stored: Block, definitions: Definitions): Looked {
  const definition = definitionOf(definitions, stored.type)
  const { block, problem } = migrateBlock(stored, definition)
  const broken = (code: string, path: Finding['path']): Looked => ({
    own: [{ level: 'error', code, path }],
    anchors: [],
  })
  if (!definition || problem) return broken(problem?.code ?? 'unknown_widget', [])
  if (!definition.props.safeParse(block.props).success) return broken('invalid_props', ['props'])
  const own: Finding[] = []
  if (definition.usesTool && !block.tool) own.push({ level: 'error', code: 'missing_tool', path: ['tool'] })
  own.push(...widgetFindings(() => definition.lint(block.props, block)))
  return { own, anchors: anchorsIn(block, definition) }
}

/** A widget whose own check throws must not keep the whole page from being published. */
function widgetFindings(lint: () => LintFinding[]): Finding[] {
  try {
    return lint().map(({ level, code }) => ({ level, code, path: [] }))
  } catch {
    return [{ level: 'warning', code: 'check_failed', path: [] }]
  }
}
