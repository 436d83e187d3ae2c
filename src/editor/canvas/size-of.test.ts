import { expect, test } from 'vitest'
import type { Block } from '@/schemas/page'
import { definitions } from '@/widgets/registry.definitions.gen'
import { sizeAfter, sizeOf } from './size-of'

const spacer: Block = { id: 's', type: 'spacer', version: 1, props: { height: 24, line: 'none' } }

test('a widget with a size tells it, and its bounds', () => {
  expect(sizeOf(definitions, spacer)).toMatchObject({ value: 24, min: 4, max: 240, step: 4 })
  expect(sizeOf(definitions, { ...spacer, type: 'text' })).toBeUndefined()
  expect(sizeOf(definitions, { ...spacer, type: 'unheard-of' })).toBeUndefined()
  expect(sizeOf(definitions, { ...spacer, version: 9 })).toBeUndefined()
})

test('dragging goes by whole steps and stops at the bounds', () => {
  const size = { resize: { prop: 'height', edge: 'bottom' }, value: 24, min: 4, max: 240, step: 4 } as const
  expect(sizeAfter(size, 1)).toBe(24)
  expect(sizeAfter(size, 3)).toBe(28)
  expect(sizeAfter(size, -500)).toBe(4)
  expect(sizeAfter(size, 500)).toBe(240)
})
