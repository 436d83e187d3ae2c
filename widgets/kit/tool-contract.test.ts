import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { consoleMessages, definitions } from '../registry.definitions.gen'
import { tools } from '../registry.tools.gen'
import { views } from '../registry.views.gen'
import { describeFields } from './describe-fields'
import type { ToolSample } from './fixtures'
import type { ConsoleMessages, Locale } from './messages'
import { loadFixtures } from './testing/fixtures'
import { inMemoryEngine, NOON, ZEROS } from './testing/in-memory-engine'
import { unlabelled } from './testing/labels'
import { renderView } from './testing/render'
import type { AnyToolDefinition, CounterRef } from './tool'
import type { WidgetView } from './view'

/* What every widget's tool promises besides what contract.test.ts asks of every widget. */

const LOCALES: Locale[] = ['zh-CN', 'en']

const member = { id: 'mbr_0000000001', name: '小*' }

describe.each(Object.entries<AnyToolDefinition>(tools))('the tool of %s', async (type, tool) => {
  const View = views[type] as WidgetView<unknown>
  const messages = consoleMessages[type] as Record<Locale, ConsoleMessages>
  const sample = (await loadFixtures(type)).tool as ToolSample<unknown>

  it('is called like the widget and has defaults that parse', () => {
    expect(tool.type).toBe(type)
    expect(tool.config.parse(tool.defaults)).toEqual(tool.defaults)
  })

  it('has a sample without problems, whose rewards it names', () => {
    expect([...tool.rewardIds(sample.config)].sort()).toEqual(sample.rewards.map(({ id }) => id).sort())
    for (const config of [sample.config, ...Object.values(sample.configs ?? {})]) {
      expect(tool.config.parse(config)).toEqual(config)
      expect(tool.check?.(config) ?? []).toEqual([])
    }
  })

  it.each(LOCALES)('has every field labelled and every problem explained in %s', (locale) => {
    const words = messages[locale]
    expect(words.tool?.name).toBeTruthy()
    expect(unlabelled(describeFields(tool.config), words.tool ?? { fields: {} })).toEqual([])
    for (const { code } of tool.check?.(tool.defaults) ?? [])
      expect(words.findings?.[code], code).toBeTruthy()
  })

  it.each(Object.keys(tool.actions))('decides %s purely, and grants what is to be granted', (name) => {
    const action = tool.actions[name] as AnyToolDefinition['actions'][string]
    const input = deepFreeze(action.input.parse(sample.inputs[name]))
    const decide = () => {
      const config = sample.configs?.[name] ?? sample.config
      const rows = sample.rowsFor?.[name] ?? sample.rows
      const { factsOf } = inMemoryEngine(deepFreeze(structuredClone({ ...sample, config, rows })))
      return action.decide(factsOf(member.id), input, member, NOON, ZEROS)
    }
    expect(decide()).toEqual(decide())
    const decision = decide()
    expect(['granted', 'done', 'no_prize']).toContain(decision.outcome.status)
    const parts = 'parts' in decision ? (decision.parts ?? []) : []
    const effects = [...decision.effects, ...parts.flatMap((part) => ('effects' in part ? part.effects : []))]
    expect(effects).not.toEqual([])
    for (const effect of effects) {
      if (effect.kind === 'take') expect(effect.cap).toBeGreaterThanOrEqual(effect.amount)
    }
  })

  it('has the actions that its widget offers to other blocks, and takes what they are told', () => {
    for (const [name, input] of Object.entries(definitions[type]?.actions ?? {})) {
      const action = tool.actions[name] as AnyToolDefinition['actions'][string]
      const taken = action.input as unknown as z.ZodObject
      expect(describeFields(input).map((field) => field.name)).toEqual(Object.keys(taken.shape))
      expect(input.safeParse(sample.inputs[name]).success, name).toBe(true)
    }
    for (const { sign } of Object.values(definitions[type]?.events ?? {})) {
      if (sign.what === 'outcome')
        expect(Object.keys(tool.actions)).toEqual(expect.arrayContaining([...sign.actions]))
    }
  })

  it('tells conditions its facts in every state that there is', async () => {
    const states = Object.values((await loadFixtures(type)).states ?? {})
    for (const [fact, tell] of Object.entries(definitions[type]?.tells ?? {})) {
      const told = states.flatMap(({ state }) => (state === undefined ? [] : [typeof tell(state)]))
      const kind = { phase: 'string', chances: 'number' }[fact] ?? 'boolean'
      for (const each of told) expect(['undefined', kind], fact).toContain(each)
    }
  })

  it('reads nothing that it did not ask for', () => {
    for (const [name, action] of Object.entries(tool.actions)) {
      const config = sample.configs?.[name] ?? sample.config
      const given = sample.rowsFor?.[name] ?? sample.rows
      const facts = inMemoryEngine({ ...sample, config, rows: given }).factsOf(member.id)
      const input = sample.inputs[name]
      const asked = [tool.commonNeeds?.(config, NOON) ?? {}, action.needs(config, input, member, NOON)]
      const counters = new Set(asked.flatMap((needs) => needs.counters ?? []).map((c) => JSON.stringify(c)))
      const rewardIds = new Set(asked.flatMap((needs) => needs.rewardIds ?? []))
      const rows = new Set(asked.flatMap((needs) => needs.rows ?? []))
      const watched = {
        ...facts,
        used: (counter: CounterRef) => {
          expect(counters).toContain(JSON.stringify(counter))
          return facts.used(counter)
        },
        reward: (id: string) => {
          expect(rewardIds).toContain(id)
          return facts.reward(id)
        },
        row: (key: string) => {
          expect(rows).toContain(key)
          return facts.row(key)
        },
        get chances() {
          expect(asked.some((needs) => needs.chances)).toBe(true)
          return facts.chances
        },
        get wallet() {
          expect(asked.some((needs) => needs.wallet)).toBe(true)
          return facts.wallet
        },
      }
      action.decide(watched, input, member, NOON, ZEROS)
    }
  })

  it('shows nobody the counts and the configuration that stay on the server', () => {
    for (const config of [sample.config, ...Object.values(sample.configs ?? {})]) {
      const { facts, factsOf } = inMemoryEngine({ ...sample, config })
      for (const viewer of [undefined, member]) {
        const keys = keysIn(
          JSON.parse(JSON.stringify(tool.present(viewer ? factsOf(viewer.id) : facts, viewer, NOON, {}))),
        )
        for (const secret of ['stock', 'taken', 'left', 'odds', 'weight', 'reservation', 'budget']) {
          expect(keys).not.toContain(secret)
        }
      }
    }
  })

  it('draws what it presents', () => {
    const { facts, factsOf } = inMemoryEngine(sample)
    for (const viewer of [undefined, member]) {
      const state = tool.present(viewer ? factsOf(viewer.id) : facts, viewer, NOON, {})
      expect(renderView(View, definitions[type]?.defaults, { tool: { status: 'ready', state } })).not.toBe('')
    }
  })
})

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}

function keysIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
}
