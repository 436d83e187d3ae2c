import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, PageDefinition } from '../../schemas/page'
import { canonicalJson } from './canonical'
import { comparePages } from './compare'
import { newPage } from './new-page'
import { edited, edits } from './test-edits'
import { countingIds } from './test-widgets'

const leaf = (id: string, over: Partial<Block> = {}): Block => ({
  id,
  type: 'leaf',
  version: 2,
  props: { text: id, link: '' },
  ...over,
})
const box = (id: string, slots: Record<string, string[]>): Block => ({
  id,
  type: 'box',
  version: 1,
  props: { count: 2 },
  slots,
})
function pageOf(root: string[], ...blocks: Block[]): PageDefinition {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  return { ...page, root, blocks: Object.fromEntries(blocks.map((block) => [block.id, block])) }
}

describe('what became of a page', () => {
  test('a prop, the name, the look and the page itself', () => {
    const before = pageOf(['a'], leaf('a', { name: '旧' }))
    const after: PageDefinition = {
      ...pageOf(['a'], leaf('a', { props: { text: '新', link: '' }, style: { marginTop: 8 }, locked: true })),
      title: '新标题',
      settings: { locale: 'en' },
    }
    expect(comparePages(before, after)).toEqual([
      { kind: 'changed', id: null, path: ['title'], before: '页面', after: '新标题' },
      { kind: 'changed', id: null, path: ['settings', 'locale'], before: 'zh-CN', after: 'en' },
      { kind: 'changed', id: 'a', path: ['props', 'text'], before: 'a', after: '新' },
      { kind: 'changed', id: 'a', path: ['name'], before: '旧', after: undefined },
      { kind: 'changed', id: 'a', path: ['style', 'marginTop'], before: undefined, after: 8 },
      { kind: 'changed', id: 'a', path: ['locked'], before: undefined, after: true },
    ])
  })

  test('blocks came, went, moved into another and changed places', () => {
    const before = pageOf(
      ['a', 'b', 'c', 'x', 'old'],
      ...['a', 'b', 'c'].map((id) => leaf(id)),
      box('x', { a: [] }),
      box('old', { a: ['gone'] }),
      leaf('gone'),
    )
    const after = pageOf(
      ['c', 'a', 'x', 'new'],
      ...['a', 'b', 'c'].map((id) => leaf(id)),
      box('x', { a: ['b'] }),
      box('new', { a: ['inner'] }),
      leaf('inner'),
    )
    const top = { parent: null, slot: null }
    expect(comparePages(before, after)).toEqual([
      { kind: 'reordered', id: 'c', in: top },
      { kind: 'moved', id: 'b', from: top, to: { parent: 'x', slot: 'a' } },
      { kind: 'added', id: 'new', to: top, count: 2 },
      { kind: 'removed', id: 'old', from: top, count: 2 },
    ])
  })

  test('slots that were written down empty', () => {
    const page = (slots: Record<string, string[]>) => pageOf(['x'], box('x', slots))
    expect(comparePages(page({}), page({ a: [] }))).toEqual([{ kind: 'slots', id: 'x' }])
  })
})

test('nothing differs exactly when the pages are equal, and what was done is what differs', () => {
  let equal = 0
  fc.assert(
    fc.property(edits(20), edits(4), (first, then) => {
      const before = edited(newPage({ title: '页面', locale: 'zh-CN' }), first, countingIds('b'))
      const after = edited(before, then, countingIds('a'))
      const isSame = canonicalJson(before) === canonicalJson(after)
      if (isSame) equal++
      expect(comparePages(before, after).length === 0).toBe(isSame)
      expect(comparePages(structuredClone(after), after)).toEqual([])
    }),
    { numRuns: 800 },
  )
  expect(equal).toBeGreaterThan(20)
})

test('every block that differs is told of', () => {
  fc.assert(
    fc.property(edits(20), edits(8), (first, then) => {
      const before = edited(newPage({ title: '页面', locale: 'zh-CN' }), first, countingIds('b'))
      const after = edited(before, then, countingIds('a'))
      const differences = comparePages(before, after)
      const told = new Set(differences.map((one) => one.id))
      const own = (block: Block | undefined) => block && canonicalJson({ ...block, slots: null })
      for (const id of Object.keys(after.blocks)) {
        if (before.blocks[id] && own(before.blocks[id]) !== own(after.blocks[id])) expect(told).toContain(id)
      }
      const sum = (kind: 'added' | 'removed') =>
        differences.reduce((total, one) => total + (one.kind === kind ? one.count : 0), 0)
      const [was, is] = [Object.keys(before.blocks), Object.keys(after.blocks)]
      expect(sum('added')).toBe(is.filter((id) => !before.blocks[id]).length)
      expect(sum('removed')).toBe(was.filter((id) => !after.blocks[id]).length)
    }),
    { numRuns: 400 },
  )
})
