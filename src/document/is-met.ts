import { testsOf } from '../../schemas/condition-fields'
import { type ConditionFacts, conditionHolds } from '../../schemas/condition-holds'
import type { Block, PageDefinition } from '../../schemas/page'
import { blockOf, type Definitions, definitionOf } from './definitions'
import { toolFactsOf } from './tool-facts'

/** What is known of the world, besides the states of tools. */
interface KnownWorld extends Omit<ConditionFacts, 'tools'> {
  /** What a tool said last, by its id. */
  readTool: (toolId: string) => unknown
}

/** Whether a block's condition holds in that world. */
export function isMet(
  { visibleWhen }: Block,
  page: PageDefinition,
  definitions: Definitions,
  { readTool, ...world }: KnownWorld,
): boolean {
  if (!visibleWhen) return true
  const tools: Record<string, ReturnType<typeof toolFactsOf>> = {}
  for (const { block: id } of testsOf(visibleWhen)) {
    const block = id === undefined ? undefined : blockOf(page, id)
    const definition = block && definitionOf(definitions, block.type)
    const state = block?.tool && readTool(block.tool.id)
    if (block && definition && state !== undefined) tools[block.id] = toolFactsOf(definition, state)
  }
  return conditionHolds(visibleWhen, { ...world, tools })
}
