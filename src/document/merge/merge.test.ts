import { describe, expect, test } from 'vitest'
import type { Block, PageDefinition } from '../../../schemas/page'
import { newPage } from '../new-page'
import { definitions } from '../test-widgets'
import { mergePages } from './merge'

const leaf = (id: string, over: Partial<Block> = {}): Block => ({
  id,
  type: 'leaf',
  version: 2,
  props: { text: id, link: '' },
  ...over,
})
const box = (id: string, slots: Record<string, string[]> = {}, count = 2): Block => ({
  id,
  type: 'box',
  version: 1,
  props: { count },
  slots,
})
function pageOf(root: string[], ...blocks: Block[]): PageDefinition {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  return { ...page, root, blocks: Object.fromEntries(blocks.map((block) => [block.id, block])) }
}
const merge = (base: PageDefinition, mine: PageDefinition, theirs: PageDefinition) =>
  mergePages({ base, mine, theirs }, definitions)

describe('two people change one page', () => {
  test('different props of one block, and different parts of the page, come together', () => {
    const base = pageOf(['a'], leaf('a'))
    const { page, conflicts } = merge(
      base,
      { ...pageOf(['a'], leaf('a', { props: { text: '我的', link: '' } })), theme: 'spring' },
      { ...pageOf(['a'], leaf('a', { props: { text: 'a', link: '/theirs' } })), title: '他们的' },
    )
    expect(page.blocks.a?.props).toEqual({ text: '我的', link: '/theirs' })
    expect(page).toMatchObject({ theme: 'spring', title: '他们的' })
    expect(conflicts).toEqual([])
  })

  test('one prop changed twice stays mine, and theirs is told', () => {
    const base = pageOf(['a'], leaf('a'))
    const text = (value: string) => pageOf(['a'], leaf('a', { props: { text: value, link: '' } }))
    const { page, conflicts } = merge(base, text('我的'), text('他的'))
    expect(page.blocks.a?.props.text).toBe('我的')
    expect(conflicts).toEqual([
      { kind: 'value', id: 'a', path: ['props', 'text'], mine: '我的', theirs: '他的' },
    ])
  })

  test('the same change made twice is one change', () => {
    const base = pageOf(['a', 'b'], leaf('a'), leaf('b'))
    const same = pageOf(['b', 'a', 'c'], leaf('a', { hidden: true }), leaf('b'), leaf('c'))
    expect(merge(base, same, structuredClone(same))).toEqual({ page: same, conflicts: [] })
  })

  test('blocks added and moved in one list keep their neighbours', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => leaf(id))
    const { page, conflicts } = merge(
      pageOf(['a', 'b', 'c', 'd'], ...all),
      pageOf(['b', 'a', 'm', 'c', 'd'], ...all, leaf('m')),
      pageOf(['a', 'b', 'd', 'c', 't'], ...all, leaf('t')),
    )
    expect(page.root).toEqual(['b', 'a', 'd', 'm', 'c', 't'])
    expect(conflicts).toEqual([])
  })

  test('a block both moved elsewhere stands where mine has it', () => {
    const boxes = (x: string[], y: string[]) => [leaf('a'), box('x', { a: x }), box('y', { a: y })]
    const { page, conflicts } = merge(
      pageOf(['a', 'x', 'y'], ...boxes([], [])),
      pageOf(['x', 'y'], ...boxes(['a'], [])),
      pageOf(['x', 'y'], ...boxes([], ['a'])),
    )
    expect(page.blocks.x?.slots).toEqual({ a: ['a'] })
    expect(conflicts).toMatchObject([{ kind: 'place', id: 'a', theirs: { parent: 'y' } }])
  })

  test('of two containers put into each other mine counts', () => {
    const { page, conflicts } = merge(
      pageOf(['x', 'y'], box('x', { a: [] }), box('y', { a: [] })),
      pageOf(['y'], box('x', { a: [] }), box('y', { a: ['x'] })),
      pageOf(['x'], box('x', { a: ['y'] }), box('y', { a: [] })),
    )
    expect(page.root).toEqual(['y'])
    expect(page.blocks.y?.slots?.a).toEqual(['x'])
    expect(conflicts).toMatchObject([{ kind: 'place', id: 'y' }])
  })
})

describe('one takes away what the other works on', () => {
  const base = pageOf(['x', 'z'], box('x', { a: ['a', 'b'] }), leaf('a'), leaf('b'), leaf('z'))
  const gone = pageOf(['z'], leaf('z'))

  test('what nobody touched is gone', () => {
    expect(merge(base, gone, base).page.root).toEqual(['z'])
    expect(merge(base, base, gone)).toEqual({ page: gone, conflicts: [] })
  })

  test.each(['mine', 'theirs'] as const)(
    'an edit brings the whole container back, removed by %s',
    (removedBy) => {
      const changed = { ...base, blocks: { ...base.blocks, a: leaf('a', { hidden: true }) } }
      const [mine, theirs] = removedBy === 'mine' ? [gone, changed] : [changed, gone]
      const { page, conflicts } = merge(base, mine, theirs)
      expect(page).toEqual(changed)
      expect(conflicts).toEqual([{ kind: 'removal', id: 'x', removedBy }])
    },
  )

  test('so does a block put into it', () => {
    const filled = pageOf(
      ['x', 'z'],
      box('x', { a: ['a', 'n', 'b'] }),
      leaf('a'),
      leaf('b'),
      leaf('n'),
      leaf('z'),
    )
    const { page, conflicts } = merge(base, gone, filled)
    expect(page).toEqual(filled)
    expect(conflicts).toMatchObject([{ kind: 'removal', id: 'x', removedBy: 'mine' }])
  })

  test('a block led out of it before stays out', () => {
    const out = pageOf(['a', 'z'], leaf('a'), leaf('z'))
    const changed = { ...base, blocks: { ...base.blocks, a: leaf('a', { hidden: true }) } }
    const { page, conflicts } = merge(base, out, changed)
    expect(page).toEqual(pageOf(['a', 'z'], leaf('a', { hidden: true }), leaf('z')))
    expect(conflicts).toEqual([])
  })
})

describe('what would be no page is put right', () => {
  test('a block added to a column the other took away goes to the last that is left', () => {
    const { page, conflicts } = merge(
      pageOf(['x'], box('x', { a: [], b: [] })),
      pageOf(['x'], box('x', { a: [] }, 1)),
      pageOf(['x'], box('x', { a: [], b: ['n'] }), leaf('n')),
    )
    expect(page.blocks.x?.slots?.a).toEqual(['n'])
    expect(conflicts).toMatchObject([{ kind: 'place', id: 'n', mine: null, theirs: { slot: 'b' } }])
  })

  test('two long pages that are too long together are mine alone, as a conflict', () => {
    const many = (prefix: string) => Array.from({ length: 3_000 }, (_, index) => leaf(`${prefix}${index}`))
    const long = (prefix: string) =>
      pageOf(
        many(prefix).map(({ id }) => id),
        ...many(prefix),
      )
    const mine = long('m')
    expect(merge(pageOf([]), mine, long('t'))).toEqual({ page: mine, conflicts: [{ kind: 'page' }] })
  })

  test('a page saved by an older build is merged at today’s versions', () => {
    const old = (text: string) => pageOf(['a'], { id: 'a', type: 'leaf', version: 1, props: { text } })
    const { page, conflicts } = merge(old('a'), pageOf(['a'], leaf('a', { hidden: true })), old('新'))
    expect(page.blocks.a).toEqual(leaf('a', { hidden: true, props: { text: '新', link: '' } }))
    expect(conflicts).toEqual([])
  })
})
