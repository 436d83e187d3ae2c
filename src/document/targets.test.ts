import { expect, it } from 'vitest'
import { apply, newBlock, newPage, type Operation } from '.'
import { box, countingIds, definitions, leaf } from './test-widgets'

const on = (block: string) => ({ tap: [{ kind: 'scrollTo' as const, block, inputs: {} }] })
const visibleWhen = (block: string) => ({
  not: { field: 'tool.soldOut' as const, op: 'is' as const, value: true, block },
})

it('a copy leads to what was copied with it, and to whatever stayed behind as before', () => {
  const context = { definitions, newId: countingIds('copy') }
  const operations: Operation[] = [
    { kind: 'insert', fragment: newBlock(leaf, 'out'), at: { parent: null, index: 0 } },
    { kind: 'insert', fragment: newBlock(box, 'box'), at: { parent: null, index: 1 } },
    { kind: 'insert', fragment: newBlock(leaf, 'in'), at: { parent: 'box', slot: 'a', index: 0 } },
    { kind: 'insert', fragment: newBlock(leaf, 'also'), at: { parent: 'box', slot: 'b', index: 0 } },
    { kind: 'setBlock', id: 'in', patch: { on: on('also'), visibleWhen: visibleWhen('also') } },
    { kind: 'setBlock', id: 'also', patch: { on: on('out'), visibleWhen: visibleWhen('out') } },
    { kind: 'duplicate', id: 'box' },
  ]
  const page = operations.reduce(
    (now, operation) => apply(now, operation, context).page,
    newPage({ title: '页面', locale: 'zh-CN' }),
  )
  const copied = page.blocks[page.root[2] ?? '']?.slots
  const alsoId = copied?.b?.[0] ?? ''
  const copy = page.blocks[copied?.a?.[0] ?? '']
  expect(alsoId).toMatch(/^copy/)
  expect(copy?.on).toEqual(on(alsoId))
  expect(copy?.visibleWhen).toEqual(visibleWhen(alsoId))
  expect(page.blocks[alsoId]?.on).toEqual(on('out'))
  expect(page.blocks[alsoId]?.visibleWhen).toEqual(visibleWhen('out'))
  expect(page.blocks.in?.on).toEqual(on('also'))
})

it('setting a block refuses actions and conditions that no page may hold', () => {
  const context = { definitions, newId: countingIds('copy') }
  const page = apply(
    newPage({ title: '页面', locale: 'zh-CN' }),
    { kind: 'insert', fragment: newBlock(leaf, 'a'), at: { parent: null, index: 0 } },
    context,
  ).page
  const set = (patch: object) => () => apply(page, { kind: 'setBlock', id: 'a', patch }, context)
  const link = 'javascript:alert(1)'
  expect(set({ on: { tap: [{ kind: 'navigate', inputs: { link } }] } })).toThrow('invalid_block')
  expect(set({ visibleWhen: { field: 'member.password', op: 'is', value: true } })).toThrow('invalid_block')
  expect(set({ on: undefined, visibleWhen: undefined })).not.toThrow()
})
