import type { z } from 'zod'
import { ACTION_CATALOGUE, type ActionCall, isReference } from '../../../schemas/action-call'
import { testsOf } from '../../../schemas/condition-fields'
import type { Block, BlockId } from '../../../schemas/page'
import { inputsOf, referencesFor } from '../bindings'
import { type Definitions, definitionOf } from '../definitions'
import { heldCalls } from '../held-calls'
import type { Finding } from './finding'

/** Where a block's actions and condition may lead: the blocks that members may see, by id. */
type Shown = ReadonlyMap<BlockId, Block>

/**
 * What is wrong with the actions of these blocks, which are all that members may see, and with the
 * conditions they are shown under. Costs next to nothing on a page that has neither.
 */
export function checkBindings(shown: readonly Block[], definitions: Definitions): Finding[] {
  const bound = shown.filter((block) => block.visibleWhen || heldCalls(block).length > 0)
  if (bound.length === 0) return []
  const byId: Shown = new Map(shown.map((block) => [block.id, block]))
  return bound.flatMap((block) =>
    checkBlock(block, byId, definitions).map((found) => ({
      ...found,
      path: ['blocks', block.id, ...found.path],
    })),
  )
}

/** Paths lead into the block. */
function checkBlock(block: Block, shown: Shown, definitions: Definitions): Finding[] {
  const found: Finding[] = []
  const { events = {} } = definitionOf(definitions, block.type) ?? {}
  for (const { calls, path, event } of heldCalls(block)) {
    if (event !== undefined && !Object.hasOwn(events, event)) {
      found.push({ level: 'warning', code: 'unknown_event', path })
      continue
    }
    for (const [i, call] of calls.entries()) {
      found.push(...checkCall({ block, event, call, path: [...path, i] }, shown, definitions))
    }
  }
  for (const { field, block: asked } of testsOf(block.visibleWhen)) {
    if (!field.startsWith('tool.')) continue
    const code = conditionProblem(field.slice('tool.'.length), asked, shown, definitions)
    if (code) found.push({ level: 'error', code, path: ['visibleWhen'] })
  }
  return found
}

function conditionProblem(
  fact: string,
  asked: BlockId | undefined,
  shown: Shown,
  definitions: Definitions,
): string | undefined {
  const target = asked === undefined ? undefined : shown.get(asked)
  if (!target?.tool) return 'condition_tool_gone'
  return Object.hasOwn(definitionOf(definitions, target.type)?.tells ?? {}, fact)
    ? undefined
    : 'condition_fact_unknown'
}

interface Bound {
  block: Block
  /** Absent for a tap on a part, which brings no values. */
  event: string | undefined
  call: ActionCall
  path: Finding['path']
}

function checkCall(bound: Bound, shown: Shown, definitions: Definitions): Finding[] {
  const { call, path } = bound
  const targetProblem = checkTarget(call, shown)
  if (targetProblem) return [{ ...targetProblem, path: [...path, 'block'] }]
  const target = 'block' in call && call.block !== undefined ? shown.get(call.block) : undefined
  const inputs = inputsOf(call, target && definitionOf(definitions, target.type))
  if (!inputs) return [{ level: 'error', code: 'unknown_tool_action', path: [...path, 'action'] }]
  const values: Record<string, unknown> = call.inputs
  return inputs.flatMap((input): Finding[] => {
    const value = Object.hasOwn(values, input.name) ? values[input.name] : undefined
    const at = [...path, 'inputs', input.name]
    if (isReference(value)) {
      const fits = referencesFor(input, definitionOf(definitions, bound.block.type), bound.event).includes(
        value.ref,
      )
      return fits ? [] : [{ level: 'error', code: 'reference_mismatch', path: at }]
    }
    const isMissing = value === undefined || value === ''
    if (isMissing) return input.optional ? [] : [{ level: 'error', code: 'missing_action_input', path: at }]
    const schema =
      call.kind === 'tool' ? target && schemaOf(definitions, target, call, input.name) : undefined
    return schema && !schema.safeParse(value).success
      ? [{ level: 'error', code: 'invalid_action_input', path: at }]
      : []
  })
}

/** What the tool's action takes there; the other actions' inputs were checked with the page itself. */
function schemaOf(
  definitions: Definitions,
  { type }: Block,
  { action }: Extract<ActionCall, { kind: 'tool' }>,
  name: string,
): z.ZodType | undefined {
  const shape = definitionOf(definitions, type)?.actions[action ?? '']?.shape
  return shape?.[name] as z.ZodType | undefined
}

function checkTarget(call: ActionCall, shown: Shown): Pick<Finding, 'level' | 'code'> | undefined {
  const wanted = ACTION_CATALOGUE[call.kind].target
  if (!wanted || !('block' in call)) {
    return wanted ? { level: 'error', code: 'missing_action_target' } : undefined
  }
  if (call.block === undefined) return { level: 'error', code: 'missing_action_target' }
  const target = shown.get(call.block)
  if (!target) return { level: 'error', code: 'dead_action_target' }
  if (wanted === 'popup' && target.type !== 'popup') return { level: 'error', code: 'action_needs_popup' }
  return wanted === 'tool' && !target.tool ? { level: 'error', code: 'unbound_action_tool' } : undefined
}
