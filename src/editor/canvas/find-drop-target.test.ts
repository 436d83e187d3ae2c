import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { CanvasLayout, CanvasRect } from '@/schemas/canvas'
import type { Block, PageDefinition } from '@/schemas/page'
import { newPage } from '@/src/document'
import { defineWidget } from '@/widgets/kit/definition'
import { findBlockAt } from './find-block-at'
import { type Dragged, findDropTarget } from './find-drop-target'

const text = defineWidget({ type: 'text', version: 1, props: z.strictObject({}), defaults: {} })
const columns = defineWidget({
  type: 'columns',
  version: 1,
  props: z.strictObject({}),
  defaults: {},
  slots: () => ({ left: {}, right: {} }),
})
/** Takes cards only; a card takes anything. */
const deck = defineWidget({
  type: 'deck',
  version: 1,
  props: z.strictObject({}),
  defaults: {},
  slots: () => ({ cards: { accepts: ['card'] } }),
})
const card = defineWidget({
  type: 'card',
  version: 1,
  props: z.strictObject({}),
  defaults: {},
  slots: () => ({ body: {} }),
})
const definitions = { text, columns, deck, card }

type Tree = {
  id: string
  type: string
  rect: CanvasRect
  slots?: Record<string, { rect: CanvasRect; blocks: Tree[] }>
}

const rect = (x: number, y: number, width: number, height: number): CanvasRect => ({ x, y, width, height })
const WIDTH = 390

/** A page and what the canvas would measure of it, from one drawing. */
function draw(trees: Tree[]): { page: PageDefinition; canvas: { layout: CanvasLayout; width: number } } {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  const layout: CanvasLayout = { height: 844, blocks: [], slots: [] }
  const add = (tree: Tree) => {
    const block: Block = { id: tree.id, type: tree.type, version: 1, props: {} }
    layout.blocks.push({ id: tree.id, ...tree.rect })
    for (const [slot, inside] of Object.entries(tree.slots ?? {})) {
      layout.slots.push({ blockId: tree.id, slot, ...inside.rect })
      block.slots = { ...block.slots, [slot]: inside.blocks.map((child) => child.id) }
      inside.blocks.forEach(add)
    }
    page.blocks[tree.id] = block
  }
  trees.forEach(add)
  page.root = trees.map((tree) => tree.id)
  return { page, canvas: { layout, width: WIDTH } }
}

const two = (id: string, y: number, height: number, left: Tree[] = [], right: Tree[] = []): Tree => ({
  id,
  type: 'columns',
  rect: rect(0, y, WIDTH, height),
  slots: {
    left: { rect: rect(0, y, 191, height), blocks: left },
    right: { rect: rect(199, y, 191, height), blocks: right },
  },
})
const line = (id: string, x: number, y: number, width: number, height: number): Tree => ({
  id,
  type: 'text',
  rect: rect(x, y, width, height),
})

/** a (0–100), c: columns (100–300) with l in the left, z (320–420) */
const sample = () =>
  draw([
    line('a', 0, 0, WIDTH, 100),
    two('c', 100, 200, [line('l', 0, 100, 191, 80)]),
    line('z', 0, 320, WIDTH, 100),
  ])

const NEW: Dragged = { types: ['text'], ids: [] }

function place(drawn: ReturnType<typeof draw>, x: number, y: number, dragged: Dragged = NEW) {
  const target = findDropTarget(drawn.canvas, drawn.page, definitions, { x, y }, dragged)
  if (!target) return null
  const { parent, slot, index } = target.place
  return `${parent === null ? 'page' : `${parent}.${slot}`}:${index}${target.isSamePlace ? ' same' : ''}`
}

describe('findDropTarget', () => {
  test('an empty page takes a block at its beginning', () => {
    expect(place(draw([]), 200, 400)).toBe('page:0')
  })

  test('the top and the bottom of the page', () => {
    expect(place(sample(), 200, -40)).toBe('page:0')
    expect(place(sample(), 200, 20)).toBe('page:0')
    expect(place(sample(), 200, 5_000)).toBe('page:3')
  })

  test('before or after a block, by its middle', () => {
    expect(place(sample(), 200, 330)).toBe('page:2')
    expect(place(sample(), 200, 400)).toBe('page:3')
  })

  test('outside the page there is no place', () => {
    expect(place(sample(), -1, 50)).toBeNull()
    expect(place(sample(), WIDTH, 50)).toBeNull()
  })

  test('into a column, before or after what stands there', () => {
    expect(place(sample(), 90, 115)).toBe('c.left:0')
    expect(place(sample(), 90, 170)).toBe('c.left:1')
    expect(place(sample(), 90, 250)).toBe('c.left:1')
  })

  test('an empty slot can be hit', () => {
    const target = findDropTarget(sample().canvas, sample().page, definitions, { x: 300, y: 200 }, NEW)
    expect(target?.place).toEqual({ parent: 'c', slot: 'right', index: 0 })
    expect(target?.container).toMatchObject(rect(199, 100, 191, 200))
  })

  test('the gap between two slots goes to the nearer one', () => {
    expect(place(sample(), 193, 200)).toBe('c.left:1')
    expect(place(sample(), 197, 200)).toBe('c.right:0')
  })

  test('beside a container, near its edges: it can be left, and something put between two', () => {
    expect(place(sample(), 90, 104)).toBe('page:1')
    expect(place(sample(), 90, 296)).toBe('page:2')
  })

  test('a slot of only 20 px can be hit, also when nested (Puck 1358)', () => {
    const inner: Tree = {
      id: 'inner',
      type: 'columns',
      rect: rect(199, 0, 191, 20),
      slots: {
        left: { rect: rect(199, 0, 92, 20), blocks: [] },
        right: { rect: rect(298, 0, 92, 20), blocks: [] },
      },
    }
    const drawn = draw([two('outer', 0, 20, [], [inner])])
    expect(place(drawn, 50, 10)).toBe('outer.left:0')
    expect(place(drawn, 230, 10)).toBe('inner.left:0')
    expect(place(drawn, 340, 10)).toBe('inner.right:0')
  })

  test('every level of containers whose edges lie upon each other can be hit (Puck 1358)', () => {
    const nested = (id: string, blocks: Tree[]): Tree => ({
      id,
      type: 'card',
      rect: rect(0, 0, WIDTH, 200),
      slots: { body: { rect: rect(0, 0, WIDTH, 200), blocks } },
    })
    const drawn = draw([nested('a', [nested('b', [nested('c', [])])])])
    expect(place(drawn, 200, 5)).toBe('page:0')
    expect(place(drawn, 200, 15)).toBe('a.body:0')
    expect(place(drawn, 200, 25)).toBe('b.body:0')
    expect(place(drawn, 200, 100)).toBe('c.body:0')
    expect(place(drawn, 200, 175)).toBe('b.body:1')
    expect(place(drawn, 200, 185)).toBe('a.body:1')
    expect(place(drawn, 200, 195)).toBe('page:1')
  })

  test('a drop while the pointer moves lands where the line is, not in the parent (Puck 1836)', () => {
    const drawn = sample()
    // Every place on the way into the column is inside it, once the column's edge is passed.
    for (let y = 111; y < 289; y += 1) expect(place(drawn, 300, y)).toBe('c.right:0')
  })

  test('a block is never dropped into itself', () => {
    const dragged: Dragged = { types: ['columns'], ids: ['c'] }
    expect(place(sample(), 90, 140, dragged)).toBe('page:1 same')
    expect(place(sample(), 300, 250, dragged)).toBe('page:2 same')
  })

  test('a block can be dragged out of a container (Puck 948)', () => {
    const dragged: Dragged = { types: ['text'], ids: ['l'] }
    expect(place(sample(), 90, 130, dragged)).toBe('c.left:0 same')
    expect(place(sample(), 300, 200, dragged)).toBe('c.right:0')
    expect(place(sample(), 90, 350, dragged)).toBe('page:2')
  })

  test('a slot that refuses the block lets what is around it take it', () => {
    const drawn = draw([
      {
        id: 'd',
        type: 'deck',
        rect: rect(0, 0, WIDTH, 300),
        slots: {
          cards: {
            rect: rect(0, 0, WIDTH, 300),
            blocks: [
              {
                id: 'k',
                type: 'card',
                rect: rect(20, 40, 350, 120),
                slots: { body: { rect: rect(20, 40, 350, 120), blocks: [] } },
              },
            ],
          },
        },
      },
    ])
    expect(place(drawn, 200, 250)).toBe('page:1')
    expect(place(drawn, 200, 100)).toBe('k.body:0')
    expect(place(drawn, 200, 250, { types: ['card'], ids: [] })).toBe('d.cards:1')
  })

  test('a locked container takes nothing', () => {
    const drawn = sample()
    const block = drawn.page.blocks.c
    if (block) block.locked = true
    expect(place(drawn, 300, 180)).toBe('page:1')
  })

  test('blocks that are not drawn do not count', () => {
    const drawn = sample()
    drawn.page.root = ['ghost', ...drawn.page.root]
    drawn.page.blocks.ghost = { id: 'ghost', type: 'text', version: 1, props: {} }
    expect(place(drawn, 200, 330)).toBe('page:3')
  })

  test('the line lies between the neighbours', () => {
    const { page, canvas } = sample()
    expect(findDropTarget(canvas, page, definitions, { x: 9, y: 312 }, NEW)?.line).toEqual({
      x: 0,
      y: 310,
      width: WIDTH,
    })
  })

  test('costs little at 1,000 blocks', () => {
    const drawn = draw(
      Array.from({ length: 250 }, (_, i) =>
        two(
          `c${i}`,
          i * 100,
          100,
          [line(`l${i}`, 0, i * 100, 191, 50)],
          [line(`r${i}`, 199, i * 100, 191, 50), line(`s${i}`, 199, i * 100 + 50, 191, 50)],
        ),
      ),
    )
    place(drawn, 250, 12_340)
    const began = performance.now()
    for (let i = 0; i < 200; i++) place(drawn, 250, 12_340 + i)
    // Generous: a drag frame has 8 ms for everything.
    expect((performance.now() - began) / 200).toBeLessThan(2)
  })
})

describe('findBlockAt', () => {
  test('the innermost block', () => {
    const { page, canvas } = sample()
    const at = (x: number, y: number) => findBlockAt(canvas.layout, page, { x, y })
    expect(at(90, 120)).toBe('l')
    expect(at(300, 120)).toBe('c')
    expect(at(200, 50)).toBe('a')
    expect(at(200, 310)).toBeNull()
  })
})
