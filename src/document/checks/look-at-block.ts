import type { CheckRules } from '../../../schemas/check-rule'
import type { Block } from '../../../schemas/page'
import type { AnyWidgetDefinition, LintFinding } from '../../../widgets/kit/definition'
import { type Definitions, definitionOf } from '../definitions'
import { migrateBlock } from '../migrate'
import { addressesInActions, textsInActions } from './actions-in'
import { fieldsOf } from './fields-of'
import { findWords } from './find-words'
import { type Ink, inksIn } from './inks-in'
import type { Judged } from './judged'
import { type LinkTarget, linkTarget } from './link-target'
import { imagesIn, linksIn } from './links-in'
import { textsIn } from './texts-in'

/** A link or a picture's address, read. Paths lead into the block. */
export interface Leads {
  address: string
  target: LinkTarget
  path: Judged['path']
  isImage: boolean
}

/** What can be said of a block without the rest of the page, and what the page must look at further. */
export interface Looked {
  findings: Judged[]
  leads: Leads[]
  inks: Ink[]
  /** All that members read of it. */
  words: string
  /** False when members will see nothing of it. */
  isDrawn: boolean
  isStatic: boolean
  /** The switch by which it shows crossed-out prices, when it does. */
  crossedOutBy: Judged['path'] | undefined
}

const WORD_RULES = ['advertising_words', 'sensitive_words', 'sharing_words', 'shop_words'] as const

/** Looks at one record; what it says holds until the record, the widgets or the rules are others. */
export function lookAtBlock(stored: Block, definitions: Definitions, rules: CheckRules): Looked {
  const definition = definitionOf(definitions, stored.type)
  const { block, problem } = migrateBlock(stored, definition)
  if (!definition || problem) return broken(problem?.code ?? 'unknown_widget', [])
  if (!definition.props.safeParse(block.props).success) return broken('invalid_props', ['props'])

  const findings: Judged[] = []
  if (definition.usesTool && !block.tool)
    findings.push({ level: 'error', code: 'missing_tool', path: ['tool'] })
  findings.push(...widgetFindings(block, definition))
  const texts = [...textsIn(block.props, fieldsOf(definition), ['props']), ...textsInActions(block)]
  for (const { text, path } of texts) findings.push(...wordFindings(text, path, rules, block.type))
  const read = ({ address, path }: { address: string; path: Judged['path'] }, isImage: boolean): Leads => ({
    address,
    target: linkTarget(address),
    path,
    isImage,
  })
  return {
    findings,
    leads: [
      ...[...linksIn(block, definition), ...addressesInActions(block)].map((link) => read(link, false)),
      ...imagesIn(block, definition).map((image) => read(image, true)),
    ],
    inks: inksIn(block, definition),
    words: texts.map(({ text }) => text).join('\n'),
    isDrawn: true,
    isStatic: definition.isStatic,
    crossedOutBy: crossedOutBy(block, definition),
  }
}

/** Forbidden words in a text that members read. */
export function wordFindings(
  text: string,
  path: Judged['path'],
  rules: CheckRules,
  type: string | undefined,
): Judged[] {
  return WORD_RULES.flatMap((code): Judged[] => {
    const { level, terms } = rules[code]
    if (level === 'off' || (type !== undefined && terms.skips?.includes(type))) return []
    const words = findWords(text, terms.words ?? [])
    return words.length > 0 ? [{ level, code, path, params: { words: words.slice(0, 5).join('、') } }] : []
  })
}

function broken(code: string, path: Judged['path']): Looked {
  const findings: Judged[] = [{ level: 'error', code, path }]
  return { findings, leads: [], inks: [], words: '', isDrawn: false, isStatic: true, crossedOutBy: undefined }
}

function crossedOutBy({ props }: Block, { crossedOutBy: name }: AnyWidgetDefinition): Looked['crossedOutBy'] {
  return name !== undefined && props[name] === true ? ['props', name] : undefined
}

/** A widget whose own check throws must not keep the whole page from being published. */
function widgetFindings(block: Block, definition: AnyWidgetDefinition): Judged[] {
  try {
    const found: LintFinding[] = definition.lint(block.props, block)
    return found.map(({ level, code, path = [] }) => ({ level, code, path: [...path] }))
  } catch {
    return [{ level: 'warning', code: 'check_failed', path: [] }]
  }
}
