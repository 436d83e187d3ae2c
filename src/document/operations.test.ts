import { describe, expect, test } from 'vitest'
import { MAX_BLOCKS, type PageDefinition } from '../../schemas/page'
import {
  apply,
  type DocumentErrorCode,
  newBlock,
  newPage,
  type Operation,
  type Place,
  parentsOf,
  validatePage,
  walkPage,
} from '.'
import { box, countingIds, definitions, leaf, picky, tooled } from './test-widgets'

const TOP = (index: number): Place => ({ parent: null, index })
const context = () => ({ definitions, newId: countingIds('copy') })

function run(page: PageDefinition, ...operations: Operation[]): PageDefinition {
  const shared = context()
  return operations.reduce((now, operation) => apply(now, operation, shared).page, page)
}

const empty = () => newPage({ title: '页面', locale: 'zh-CN' })
const put = (definition: typeof leaf | typeof box | typeof picky, id: string, at: Place): Operation => ({
  kind: 'insert',
  fragment: newBlock(definition, id),
  at,
})

/** box1 (a: leaf1, b: leaf2), leaf3, picky1 */
const furnished = () =>
  run(
    empty(),
    put(box, 'box1', TOP(0)),
    put(leaf, 'leaf1', { parent: 'box1', slot: 'a', index: 0 }),
    put(leaf, 'leaf2', { parent: 'box1', slot: 'b', index: 0 }),
    put(leaf, 'leaf3', TOP(1)),
    put(picky, 'picky1', TOP(2)),
  )

const order = (page: PageDefinition) =>
  [...walkPage(page)].map(({ block, parent, slot }) => (parent ? `${parent}.${slot}/${block.id}` : block.id))

describe('operations', () => {
  test('insert puts a block before the one at the index, or at the end', () => {
    const page = run(furnished(), put(leaf, 'x', TOP(1)), put(leaf, 'y', TOP(99)))
    expect(page.root).toEqual(['box1', 'x', 'leaf3', 'picky1', 'y'])
  })

  test('move within one list counts places as they are before the move', () => {
    expect(run(furnished(), { kind: 'move', ids: ['box1'], to: TOP(2) }).root).toEqual([
      'leaf3',
      'box1',
      'picky1',
    ])
    expect(run(furnished(), { kind: 'move', ids: ['picky1'], to: TOP(0) }).root).toEqual([
      'picky1',
      'box1',
      'leaf3',
    ])
    expect(run(furnished(), { kind: 'move', ids: ['leaf3'], to: TOP(1) }).root).toEqual([
      'box1',
      'leaf3',
      'picky1',
    ])
  })

  test('move into, out of, and between the slots of one container', () => {
    const between = run(furnished(), {
      kind: 'move',
      ids: ['leaf1'],
      to: { parent: 'box1', slot: 'b', index: 0 },
    })
    expect(order(between)).toEqual(['box1', 'box1.b/leaf1', 'box1.b/leaf2', 'leaf3', 'picky1'])
    const out = run(furnished(), { kind: 'move', ids: ['leaf2'], to: TOP(0) })
    expect(order(out)).toEqual(['leaf2', 'box1', 'box1.a/leaf1', 'leaf3', 'picky1'])
    expect(parentsOf(out).get('leaf2')).toEqual({ parent: null, slot: null })
  })

  test('remove takes the subtree, and its inverse restores it', () => {
    const page = furnished()
    const { page: without, inverse } = apply(page, { kind: 'remove', ids: ['box1'] }, context())
    expect(Object.keys(without.blocks)).toEqual(['leaf3', 'picky1'])
    expect(inverse.blocks).toHaveProperty('leaf2')
  })

  test('duplicate copies the subtree under new ids, right after it', () => {
    const page = run(furnished(), { kind: 'duplicate', id: 'box1' })
    expect(order(page).slice(0, 6)).toEqual([
      'box1',
      'box1.a/leaf1',
      'box1.b/leaf2',
      'copy1',
      'copy1.a/copy2',
      'copy1.b/copy3',
    ])
  })

  test('fewer slots: what stood in the last moves to one that is left', () => {
    const page = run(furnished(), { kind: 'setProps', id: 'box1', props: { count: 1 } })
    expect(page.blocks.box1?.slots).toEqual({ a: ['leaf1', 'leaf2'] })
    expect(validatePage(page, definitions)).toMatchObject({ ok: true })
  })

  test('setBlock sets and takes away', () => {
    const named = run(furnished(), { kind: 'setBlock', id: 'leaf3', patch: { name: '标题', hidden: true } })
    expect(named.blocks.leaf3).toMatchObject({ name: '标题', hidden: true })
    const cleared = run(named, { kind: 'setBlock', id: 'leaf3', patch: { name: undefined } })
    expect(cleared.blocks.leaf3).not.toHaveProperty('name')
  })

  test('what an operation does not touch is shared', () => {
    const page = furnished()
    const next = run(page, { kind: 'setProps', id: 'leaf1', props: { text: '新' } })
    expect(next.blocks.box1).toBe(page.blocks.box1)
    expect(next.root).toBe(page.root)
    expect(parentsOf(next)).toBe(parentsOf(page))
  })
})

describe('refusals change nothing', () => {
  const refusals: [DocumentErrorCode, string, Operation][] = [
    ['unknown_block', 'remove of nothing', { kind: 'remove', ids: ['nothing'] }],
    ['unknown_block', 'an id of every object', { kind: 'remove', ids: ['constructor'] }],
    ['unknown_block', 'into nothing', put(leaf, 'x', { parent: 'nothing', slot: 'a', index: 0 })],
    ['unknown_slot', 'a slot not there', put(leaf, 'x', { parent: 'box1', slot: 'c', index: 0 })],
    [
      'unknown_slot',
      'a name of every object',
      put(leaf, 'x', { parent: 'box1', slot: 'constructor', index: 0 }),
    ],
    ['not_accepted', 'a box among leaves', put(box, 'x', { parent: 'picky1', slot: 'only', index: 0 })],
    [
      'not_accepted',
      'moving a box among leaves',
      { kind: 'move', ids: ['box1'], to: { parent: 'picky1', slot: 'only', index: 0 } },
    ],
    ['cycle', 'into itself', { kind: 'move', ids: ['box1'], to: { parent: 'box1', slot: 'a', index: 0 } }],
    ['invalid_fragment', 'an id that is taken', put(leaf, 'leaf1', TOP(0))],
    [
      'invalid_fragment',
      'a fragment that holds itself',
      {
        kind: 'insert',
        at: TOP(0),
        fragment: {
          roots: ['p'],
          blocks: { p: { id: 'p', type: 'box', version: 1, props: { count: 1 }, slots: { a: ['p'] } } },
        },
      },
    ],
    [
      'invalid_props',
      'a script in a link',
      { kind: 'setProps', id: 'leaf1', props: { link: 'javascript:1' } },
    ],
    ['invalid_block', 'a name too long', { kind: 'setBlock', id: 'leaf1', patch: { name: 'x'.repeat(61) } }],
    ['invalid_page', 'no title', { kind: 'setPage', patch: { title: '' } }],
  ]

  test.each(refusals)('%s: %s', (code, _, operation) => {
    const page = furnished()
    const before = structuredClone(page)
    expect(() => apply(page, operation, context())).toThrow(expect.objectContaining({ code }))
    expect(page).toEqual(before)
  })

  test('cycle through a nested container', () => {
    const page = run(furnished(), put(box, 'inner', { parent: 'box1', slot: 'a', index: 0 }))
    const into: Operation = { kind: 'move', ids: ['box1'], to: { parent: 'inner', slot: 'a', index: 0 } }
    expect(() => apply(page, into, context())).toThrow(expect.objectContaining({ code: 'cycle' }))
  })

  test('slot_in_use: no slot that is left takes the blocks', () => {
    const strict = {
      ...box,
      slots: (p: { count: number }) => (p.count === 1 ? { x: { accepts: [] } } : box.slots(p)),
    }
    const operation: Operation = { kind: 'setProps', id: 'box1', props: { count: 1 } }
    expect(() =>
      apply(furnished(), operation, { definitions: { ...definitions, box: strict }, newId: countingIds() }),
    ).toThrow(expect.objectContaining({ code: 'slot_in_use' }))
  })

  test('too_many_blocks', () => {
    const page = empty()
    for (let i = 0; i < MAX_BLOCKS; i++) {
      page.root.push(`b${i}`)
      page.blocks[`b${i}`] = { id: `b${i}`, type: 'leaf', version: 2, props: { text: '', link: '' } }
    }
    expect(() => apply(page, put(leaf, 'x', TOP(0)), context())).toThrow(
      expect.objectContaining({ code: 'too_many_blocks' }),
    )
  })

  test('a block of an unknown widget keeps its props, and can be moved and removed whole', () => {
    const page = furnished()
    page.blocks.leaf3 = { id: 'leaf3', type: 'from-the-future', version: 1, props: { any: ['thing'] } }
    expect(() => apply(page, { kind: 'setProps', id: 'leaf3', props: {} }, context())).toThrow(
      expect.objectContaining({ code: 'unknown_widget' }),
    )
    expect(run(page, { kind: 'move', ids: ['leaf3'], to: TOP(0) }).blocks.leaf3).toBe(page.blocks.leaf3)
  })
})

describe('locked blocks', () => {
  const lock = (id: string): Operation => ({ kind: 'setBlock', id, patch: { locked: true } })
  const forbidden: [string, string, Operation][] = [
    ['leaf3', 'moving it', { kind: 'move', ids: ['leaf3'], to: TOP(0) }],
    ['leaf3', 'removing it', { kind: 'remove', ids: ['leaf3'] }],
    ['leaf3', 'its props', { kind: 'setProps', id: 'leaf3', props: { text: 'x' } }],
    ['leaf3', 'its name', { kind: 'setBlock', id: 'leaf3', patch: { name: 'x' } }],
    ['box1', 'a block inside it', { kind: 'remove', ids: ['leaf1'] }],
    ['box1', 'unlocking a block inside it', { kind: 'setBlock', id: 'leaf1', patch: { locked: false } }],
    ['box1', 'putting a block into it', put(leaf, 'x', { parent: 'box1', slot: 'a', index: 0 })],
    ['leaf1', 'removing what holds it', { kind: 'remove', ids: ['box1'] }],
  ]
  test.each(forbidden)('with %s locked: %s', (id, _, operation) => {
    const page = run(furnished(), lock(id))
    expect(() => apply(page, operation, context())).toThrow(expect.objectContaining({ code: 'locked' }))
  })

  test('can be unlocked, and a copy is not locked', () => {
    const page = run(furnished(), lock('leaf3'))
    expect(
      run(page, { kind: 'setBlock', id: 'leaf3', patch: { locked: undefined } }).blocks.leaf3?.locked,
    ).toBe(undefined)
    expect(run(page, { kind: 'duplicate', id: 'leaf3' }).blocks.copy1).not.toHaveProperty('locked')
  })
})

test('a new block of every test widget is valid where it is put', () => {
  for (const definition of [leaf, box, picky, tooled]) {
    const page = run(empty(), { kind: 'insert', fragment: newBlock(definition, 'x'), at: TOP(0) })
    expect(validatePage(page, definitions)).toMatchObject({ ok: true })
  }
})
