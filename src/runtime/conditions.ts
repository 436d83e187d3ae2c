import { type Condition, isPersonal, testsOf } from '@/schemas/condition-fields'
import { type ConditionFacts, conditionHolds, type ToolFacts } from '@/schemas/condition-holds'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { refersTo, toolFactsOf } from '@/src/document'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'

/** What a page's conditions ask, found once for each version: most pages ask nothing. */
export interface PageConditions {
  blocks: readonly { id: BlockId; visibleWhen: Condition }[]
  /** The blocks whose tools are asked. */
  tools: ReadonlySet<BlockId>
  /** Somebody who is signed in may see another page than others. */
  isPersonal: boolean
  asksCampaign: boolean
  /** It changes with the hour or the day of the week. */
  asksHour: boolean
  /** The instants it changes at, ms since the epoch. */
  instants: readonly number[]
}

export function conditionsOf({ blocks }: PageDefinition): PageConditions {
  const conditioned = Object.values(blocks).flatMap(({ id, visibleWhen }) =>
    visibleWhen ? [{ id, visibleWhen }] : [],
  )
  const tests = conditioned.flatMap(({ visibleWhen }) => testsOf(visibleWhen))
  return {
    blocks: conditioned,
    tools: new Set(tests.flatMap(({ block }) => block ?? [])),
    isPersonal: tests.some(isPersonal),
    asksCampaign: tests.some(({ field }) => field === 'campaign.phase') || refersTo(blocks, 'campaign.name'),
    asksHour: tests.some(({ field }) => field === 'time.hour' || field === 'time.weekday'),
    instants: tests.flatMap(({ field, value }) => (field === 'time.at' ? Date.parse(String(value)) : [])),
  }
}

/** The blocks whose conditions do not hold. */
export function unmetOf({ blocks }: PageConditions, facts: ConditionFacts): ReadonlySet<BlockId> {
  return new Set(blocks.flatMap(({ id, visibleWhen }) => (conditionHolds(visibleWhen, facts) ? [] : [id])))
}

/** A quarter of an hour: every zone's hours begin at one. */
const QUARTER_MS = 15 * 60_000

/** The next instant after `at` (ms) at which the clock alone may change what holds; Infinity when none. */
export function nextTurn({ asksHour, instants }: PageConditions, at: number): number {
  const quarter = asksHour ? (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS : Number.POSITIVE_INFINITY
  return Math.min(quarter, ...instants.filter((instant) => instant > at))
}

/** What each asked tool tells, from its state by block. */
export function factsOfTools(
  { tools }: PageConditions,
  page: PageDefinition,
  states: Readonly<Record<string, unknown>>,
  definitions: Readonly<Record<string, AnyWidgetDefinition>>,
): Record<BlockId, ToolFacts> {
  return Object.fromEntries(
    [...tools].flatMap((id) => {
      const block = Object.hasOwn(page.blocks, id) ? page.blocks[id] : undefined
      const definition = block && Object.hasOwn(definitions, block.type) ? definitions[block.type] : undefined
      return definition && Object.hasOwn(states, id) ? [[id, toolFactsOf(definition, states[id])]] : []
    }),
  )
}
