import type { Block, PageDefinition } from '../../schemas/page'
import type { LintFinding } from '../../widgets/kit/definition'
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
  const hidden = new Set<string>()
  let isEmpty = true
  for (const { block, parent } of walkPage(page)) {
    if (block.hidden || (parent !== null && hidden.has(parent))) {
      hidden.add(block.id)
      continue
    }
    isEmpty = false
    for (const { level, code, path } of findingsOf(block, definitions)) {
      findings.push({ level, code, path: ['blocks', block.id, ...path] })
    }
  }
  if (isEmpty) findings.unshift({ level: 'error', code: 'empty_page', path: [] })
  return findings
}

const known = new WeakMap<Definitions, WeakMap<Block, Finding[]>>()

/** A record that did not change is not looked at again: the editor checks with every keystroke. */
function findingsOf(block: Block, definitions: Definitions): Finding[] {
  const ofBlocks = known.get(definitions) ?? new WeakMap<Block, Finding[]>()
  known.set(definitions, ofBlocks)
  const found = ofBlocks.get(block) ?? lintBlock(block, definitions)
  ofBlocks.set(block, found)
  return found
}

function lintBlock(stored: Block, definitions: Definitions): Finding[] {
  const definition = definitionOf(definitions, stored.type)
  const { block, problem } = migrateBlock(stored, definition)
  if (!definition || problem) {
    return [{ level: 'error', code: problem?.code ?? 'unknown_widget', path: [] }]
  }
  if (!definition.props.safeParse(block.props).success) {
    return [{ level: 'error', code: 'invalid_props', path: ['props'] }]
  }
  const findings: Finding[] = []
  if (definition.usesTool && !block.tool) {
    findings.push({ level: 'error', code: 'missing_tool', path: ['tool'] })
  }
  return [...findings, ...widgetFindings(() => definition.lint(block.props, block))]
}

/** A widget whose own check throws must not keep the whole page from being published. */
function widgetFindings(lint: () => LintFinding[]): Finding[] {
  try {
    return lint().map(({ level, code }) => ({ level, code, path: [] }))
  } catch {
    return [{ level: 'warning', code: 'check_failed', path: [] }]
  }
}
