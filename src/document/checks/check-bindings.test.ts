import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ActionCall } from '../../../schemas/action-call'
import type { Condition } from '../../../schemas/condition'
import type { Block } from '../../../schemas/page'
import { defineWidget } from '../../../widgets/kit/definition'
import { REWARD_VALUES } from '../../../widgets/kit/events'
import { field } from '../../../widgets/kit/fields'
import { checkBindings } from './check-bindings'

const none = z.strictObject({})
const plain = { version: 1, props: none, defaults: {} }
const definitions = {
  button: defineWidget({ ...plain, type: 'button', events: { tap: { sign: { what: 'tap' } } } }),
  popup: defineWidget({ ...plain, type: 'popup' }),
  wheel: defineWidget({
    ...plain,
    type: 'wheel',
    usesTool: true,
    events: {
      won: { sign: { what: 'outcome', actions: ['draw'], statuses: ['granted'] }, values: REWARD_VALUES },
    },
    actions: { draw: none, claim: z.strictObject({ rewardId: field.reward() }) },
    tells: { soldOut: () => false },
  }),
}

const block = (id: string, type: string, more: Partial<Block> = {}): Block => ({
  id,
  type,
  version: 1,
  props: {},
  ...more,
})
const others = [
  block('pop', 'popup'),
  block('bound', 'wheel', { tool: { id: 'tool_0000000001' } }),
  block('loose', 'wheel'),
]

const check = (checked: Block) => checkBindings([...others, checked], definitions)
const codesOf = (call: ActionCall, type = 'button', event = 'tap') =>
  check(block('me', type, { on: { [event]: [call] } })).map(({ code }) => code)

describe('the actions of a block', () => {
  it('are fine where all they need is there', () => {
    expect(codesOf({ kind: 'openPopup', block: 'pop', inputs: {} })).toEqual([])
    expect(codesOf({ kind: 'tool', block: 'bound', action: 'draw', inputs: {} })).toEqual([])
    expect(codesOf({ kind: 'copy', inputs: { text: { ref: 'member.nickname' } } })).toEqual([])
  })

  it('lead to blocks that are there, and are what the action takes', () => {
    expect(codesOf({ kind: 'openPopup', inputs: {} })).toEqual(['missing_action_target'])
    expect(codesOf({ kind: 'openPopup', block: 'gone', inputs: {} })).toEqual(['dead_action_target'])
    expect(codesOf({ kind: 'openPopup', block: 'constructor', inputs: {} })).toEqual(['dead_action_target'])
    expect(codesOf({ kind: 'openPopup', block: 'bound', inputs: {} })).toEqual(['action_needs_popup'])
    expect(codesOf({ kind: 'scrollTo', block: 'bound', inputs: {} })).toEqual([])
    expect(codesOf({ kind: 'tool', block: 'loose', action: 'draw', inputs: {} })).toEqual([
      'unbound_action_tool',
    ])
  })

  it('name an action that the tool offers, with what it must be told', () => {
    const ask = (action: string, inputs: Record<string, string | { ref: `event.${string}` }>) =>
      codesOf({ kind: 'tool', block: 'bound', action, inputs }, 'wheel', 'won')
    expect(ask('toString', {})).toEqual(['unknown_tool_action'])
    expect(ask('claim', {})).toEqual(['missing_action_input'])
    expect(ask('claim', { rewardId: 'anything' })).toEqual(['invalid_action_input'])
    expect(ask('claim', { rewardId: 'rwd_0000000001' })).toEqual([])
    expect(ask('claim', { rewardId: { ref: 'event.rewardId' } })).toEqual([])
  })

  it('take references of the kind they need, from what their event brings', () => {
    const go = (ref: 'event.useLink' | 'event.rewardTitle' | 'page.title', type?: string, event?: string) =>
      codesOf({ kind: 'navigate', inputs: { link: { ref } } }, type, event)
    expect(go('event.useLink', 'wheel', 'won')).toEqual([])
    expect(go('event.rewardTitle', 'wheel', 'won')).toEqual(['reference_mismatch'])
    expect(go('page.title')).toEqual(['reference_mismatch'])
    expect(go('event.useLink')).toEqual(['reference_mismatch'])
  })

  it('of an event that the widget does not have are said to never happen', () => {
    expect(codesOf({ kind: 'scrollTo', block: 'pop', inputs: {} }, 'button', 'won')).toEqual([
      'unknown_event',
    ])
  })

  it('are found where they stand', () => {
    const on = {
      tap: [
        { kind: 'copy', inputs: { text: '码' } },
        { kind: 'copy', inputs: { text: '' } },
      ],
    }
    expect(check(block('me', 'button', { on: on as Block['on'] }))).toEqual([
      {
        level: 'error',
        code: 'missing_action_input',
        path: ['blocks', 'me', 'on', 'tap', 1, 'inputs', 'text'],
      },
    ])
  })
})

describe('the condition of a block', () => {
  const codes = (visibleWhen: Condition) =>
    check(block('me', 'button', { visibleWhen })).map(({ code }) => code)
  const soldOut = (asked: string): Condition => ({
    field: 'tool.soldOut',
    op: 'is',
    value: true,
    block: asked,
  })

  it('asks tools that are there, and what they can tell', () => {
    expect(codes(soldOut('bound'))).toEqual([])
    expect(codes({ not: { any: [soldOut('gone')] } })).toEqual(['condition_tool_gone'])
    expect(codes(soldOut('loose'))).toEqual(['condition_tool_gone'])
    expect(codes({ field: 'tool.chances', op: 'lessThan', value: 1, block: 'bound' })).toEqual([
      'condition_fact_unknown',
    ])
    expect(codes({ field: 'member.signedIn', op: 'is', value: true })).toEqual([])
  })
})
