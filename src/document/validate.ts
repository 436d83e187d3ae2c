import { type Block, MAX_PAGE_BYTES, PageDefinition } from '../../schemas/page'
import { currentDefinition, type Definitions, definitionOf, slotAccepts, slotOf } from './definitions'
import { migrateBlock } from './migrate'

export interface PageProblem {
  /** A word for what is wrong: one of ours, a schema's own message, or zod's issue code. */
  code: string
  path: (string | number)[]
}

export type PageValidation = { ok: true; page: PageDefinition } | { ok: false; problems: PageProblem[] }

/** How deep JSON may be nested. Checked before any recursion, which a deeper one could exhaust. */
const MAX_JSON_DEPTH = 64
/** Enough to put right in one go; a hostile document has millions. */
const MAX_PROBLEMS = 100

/**
 * Whether this may be stored as a page: its size, its shape and structure, each known block's
 * props by its widget's schema, and what stands in its slots. Blocks of an older version are
 * checked as they would be migrated; unknown widgets and newer versions are kept unchecked.
 * Answers the page as it was given, not migrated. Never throws.
 */
export function validatePage(input: unknown, definitions: Definitions): PageValidation {
  const unfit = sizeProblem(input)
  if (unfit) return { ok: false, problems: [{ code: unfit, path: [] }] }
  const parsed = PageDefinition.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error.issues, []) }

  const page = parsed.data
  const problems: PageProblem[] = []
  for (const block of Object.values(page.blocks)) {
    if (problems.length >= MAX_PROBLEMS) break
    problems.push(...blockProblems(page, block, definitions))
  }
  return problems.length === 0 ? { ok: true, page } : { ok: false, problems: problems.slice(0, MAX_PROBLEMS) }
}

function blockProblems(page: PageDefinition, stored: Block, definitions: Definitions): PageProblem[] {
  const { block, problem } = migrateBlock(stored, definitionOf(definitions, stored.type))
  const definition = currentDefinition(definitions, block)
  if (problem || !definition) return []
  const parsed = definition.props.safeParse(block.props)
  if (!parsed.success) return problemsOf(parsed.error.issues, ['blocks', block.id, 'props'])

  const problems: PageProblem[] = []
  for (const [name, children] of Object.entries(block.slots ?? {})) {
    if (children.length === 0) continue
    const path = ['blocks', block.id, 'slots', name]
    const slot = slotOf(definitions, block, name)
    if (!slot) problems.push({ code: 'unknown_slot', path })
    children.forEach((child, index) => {
      const type = page.blocks[child]?.type
      if (slot && type && !slotAccepts(slot, type)) {
        problems.push({ code: 'not_accepted', path: [...path, index] })
      }
    })
  }
  return problems
}

interface Issue {
  code?: string | undefined
  message: string
  path: PropertyKey[]
}

/** Zod's issues as problems; our own refinements carry a word as their message. */
export function problemsOf(issues: readonly Issue[], prefix: (string | number)[]): PageProblem[] {
  return issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    code: issue.code === 'custom' ? issue.message : (issue.code ?? 'invalid'),
    path: [...prefix, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))],
  }))
}

function sizeProblem(input: unknown): 'not_json' | 'too_deep' | 'too_large' | undefined {
  if (isTooDeep(input)) return 'too_deep'
  try {
    const json = JSON.stringify(input)
    if (json === undefined) return 'not_json'
    return new TextEncoder().encode(json).byteLength > MAX_PAGE_BYTES ? 'too_large' : undefined
  } catch {
    return 'not_json'
  }
}

/** True when JSON is nested deeper than any document is; to be asked before anything recursive reads it. */
export function isTooDeep(input: unknown): boolean {
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_JSON_DEPTH) return true
    const inside = level.flatMap((value) => (isContainer(value) ? Object.values(value) : []))
    level = [...new Set(inside.filter(isContainer))]
  }
  return false
}

function isContainer(value: unknown): value is object {
  return value !== null && typeof value === 'object'
}
