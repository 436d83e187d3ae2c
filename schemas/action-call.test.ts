import { describe, expect, it } from 'vitest'
import { ACTION_CATALOGUE, ActionCall, EventBindings, MOST_ACTIONS } from './action-call'

const isValid = (call: unknown) => ActionCall.safeParse(call).success
const copy: ActionCall = { kind: 'copy', inputs: { text: '双11' } }

describe('what an event may do', () => {
  it('takes values that are written down, and values that are named', () => {
    expect(isValid(copy)).toBe(true)
    expect(isValid({ kind: 'copy', inputs: { text: { ref: 'member.nickname' } } })).toBe(true)
    expect(isValid({ kind: 'navigate', inputs: { link: { ref: 'event.useLink' } } })).toBe(true)
    expect(isValid({ kind: 'tool', block: 'b1', action: 'draw', inputs: {} })).toBe(true)
  })

  it('refuses links that would run something, and references that lead anywhere else', () => {
    const hostile = [
      { kind: 'navigate', inputs: { link: 'javascript:alert(1)' } },
      { kind: 'navigate', inputs: { link: 'java\nscript:alert(1)' } },
      { kind: 'navigate', inputs: { link: '//evil.example' } },
      { kind: 'navigate', inputs: { link: { ref: 'window.name' } } },
      { kind: 'copy', inputs: { text: { ref: 'event.__proto__' } } },
      { kind: 'copy', inputs: { text: { ref: 'event.a.constructor' } } },
      { kind: 'copy', inputs: { text: { ref: 'member.shopMemberId' } } },
      { kind: 'copy', inputs: { text: { ref: 'page.title', run: 'x' } } },
      { kind: 'copy', inputs: { text: 'x'.repeat(501) } },
      { kind: 'copy', inputs: { text: '\u0000' } },
      { kind: 'call', inputs: { phone: '10086;ext=1' } },
      { kind: 'call', inputs: { phone: { ref: 'member.nickname' } } },
      { kind: 'track', inputs: { name: 'Nicht so', detail: '' } },
      { kind: 'openPopup', block: '../x', inputs: {} },
      { kind: 'tool', block: 'b1', action: '__proto__', inputs: {} },
      { kind: 'tool', block: 'b1', action: 'draw', inputs: { deep: { a: { b: 1 } } } },
      { kind: 'eval', inputs: { code: 'alert(1)' } },
    ]
    for (const each of hostile) expect(isValid(each), JSON.stringify(each)).toBe(false)
  })

  it('is bounded', () => {
    const list = (size: number) => Array.from({ length: size }, () => copy)
    const on = (value: unknown) => EventBindings.safeParse(value).success
    expect(on({ tap: list(MOST_ACTIONS) })).toBe(true)
    expect(on({ tap: list(MOST_ACTIONS + 1) })).toBe(false)
    expect(on({ tap: [] })).toBe(false)
    expect(on({ 'on click': [copy] })).toBe(false)
    expect(on(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`event${i}`, [copy]])))).toBe(false)
  })

  it('says of every input how it is edited', () => {
    for (const option of ActionCall.options) {
      const { kind, inputs } = option.shape
      const fields = ACTION_CATALOGUE[kind.value].inputs.map(({ name }) => name)
      const written = 'shape' in inputs ? Object.keys(inputs.shape) : []
      expect(fields, kind.value).toEqual(written)
    }
    expect(Object.keys(ACTION_CATALOGUE)).toHaveLength(ActionCall.options.length)
  })
})
