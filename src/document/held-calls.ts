import type { ActionCall } from '../../schemas/action-call'
import type { Block } from '../../schemas/page'

/** Actions that a block holds, and where. */
export interface HeldCalls {
  calls: readonly ActionCall[]
  /** Leads into the block. */
  path: (string | number)[]
  /** The event they follow; absent where they follow a tap on a part. */
  event?: string
  /** The part whose tap they follow, as the view names it: `regions.3`. */
  part?: string
}

/** Parts call their actions so: a region of a picture, a cell of a puzzle. */
const ACTIONS = 'actions'

/** All actions of a block, of its events and of its parts. Parts are the items of its lists. */
export function heldCalls({ on, props }: Pick<Block, 'on' | 'props'>): HeldCalls[] {
  const held: HeldCalls[] = []
  for (const [event, calls] of Object.entries(on ?? {})) held.push({ calls, path: ['on', event], event })
  for (const [name, list] of Object.entries(props)) {
    if (!Array.isArray(list)) continue
    for (const [i, part] of list.entries()) {
      const calls = callsOf(part)
      if (calls) held.push({ calls, path: ['props', name, i, ACTIONS], part: `${name}.${i}` })
    }
  }
  return held
}

/** The block with each of its actions put in another's place; the same block when it holds none. */
export function withEachCall(block: Block, next: (call: ActionCall) => ActionCall): Block {
  const held = heldCalls(block)
  if (held.length === 0) return block
  const on = block.on && mapValues(block.on, (calls) => calls.map(next))
  const props = mapValues(block.props, (list) =>
    Array.isArray(list)
      ? list.map((part) => {
          const calls = callsOf(part)
          return calls ? { ...(part as object), [ACTIONS]: calls.map(next) } : part
        })
      : list,
  )
  return { ...block, props, ...(on && { on }) }
}

function callsOf(part: unknown): readonly ActionCall[] | undefined {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, ACTIONS)) return undefined
  const calls = (part as Record<string, unknown>)[ACTIONS]
  return Array.isArray(calls) && calls.length > 0 && calls.every(isCall) ? calls : undefined
}

/** Enough to tell them from what an unknown widget may mean by the word. */
function isCall(value: unknown): value is ActionCall {
  if (typeof value !== 'object' || value === null) return false
  const { kind, inputs } = value as { kind?: unknown; inputs?: unknown }
  return typeof kind === 'string' && typeof inputs === 'object' && inputs !== null
}

function mapValues<T extends object>(record: T, next: (value: T[keyof T]) => unknown): T {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, next(value)])) as T
}
