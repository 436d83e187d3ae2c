import { expect, test } from 'vitest'
import { ACTION_CATALOGUE, ActionCall, type ActionKind } from '@/schemas/action-call'
import { newCall, withCalls, withInputs } from './edit-actions'

const copy = newCall('copy', undefined)

test('every new action may be saved before it is finished', () => {
  for (const kind of Object.keys(ACTION_CATALOGUE) as ActionKind[]) {
    for (const block of [undefined, 'b1']) {
      expect(ActionCall.safeParse(newCall(kind, block)).success, kind).toBe(true)
    }
  }
})

test('a block whose events do nothing holds nothing', () => {
  expect(withCalls(undefined, 'tap', [copy])).toEqual({ tap: [copy] })
  expect(withCalls({ tap: [copy], won: [copy] }, 'tap', [])).toEqual({ won: [copy] })
  expect(withCalls({ tap: [copy] }, 'tap', [])).toBeUndefined()
  expect(withCalls(undefined, 'tap', [])).toBeUndefined()
})

test('the order of events stays, whichever changes', () => {
  const on = withCalls({ tap: [copy], won: [copy] }, 'tap', [copy, copy])
  expect(Object.keys(on ?? {})).toEqual(['tap', 'won'])
})

test('inputs are taken as they are: the page says whether it takes them', () => {
  expect(withInputs(copy, { text: { ref: 'event.rewardTitle' } }).inputs).toEqual({
    text: { ref: 'event.rewardTitle' },
  })
})
