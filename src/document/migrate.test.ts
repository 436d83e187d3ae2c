import { describe, expect, test } from 'vitest'
import type { Block, PageDefinition } from '../../schemas/page'
import { apply, migratePage, newPage, validatePage } from '.'
import { countingIds, definitions } from './test-widgets'

const block = (id: string, type: string, over: Partial<Block> = {}): Block => ({
  id,
  type,
  version: 1,
  props: {},
  ...over,
})

function aPage(...blocks: Block[]): PageDefinition {
  const held = new Set(blocks.flatMap(({ slots = {} }) => Object.values(slots).flat()))
  return {
    ...newPage({ title: '页面', locale: 'zh-CN' }),
    root: blocks.map(({ id }) => id).filter((id) => !held.has(id)),
    blocks: Object.fromEntries(blocks.map((each) => [each.id, each])),
  }
}

/** Whatever went wrong in the wild, each held by a container of today. */
const WRONG: [string, Block, string][] = [
  ['a widget nobody knows', block('bad', 'gone', { props: { any: [1, { deep: true }] } }), 'unknown_widget'],
  ['a name of every object', block('bad', 'constructor'), 'unknown_widget'],
  ['a version of a later build', block('bad', 'leaf', { version: 9, props: { new: 1 } }), 'newer_version'],
  ['a migration that throws', block('bad', 'broken', { props: { n: 1 } }), 'migration_failed'],
  [
    'a migration that is missing',
    block('bad', 'broken', { version: 2, props: { n: 1 } }),
    'migration_missing',
  ],
  [
    'a migration to what is refused',
    block('bad', 'broken', { version: 3, props: { n: 1 } }),
    'migration_invalid',
  ],
  [
    'props that were never right',
    block('bad', 'leaf', { props: { text: { not: 'text' } } }),
    'migration_invalid',
  ],
]

describe('a page of blocks that cannot be read (Puck 671, 1042: they take the editor down)', () => {
  test.each(WRONG)('%s is kept as it is, told, and all around it is migrated', (_, bad, code) => {
    const page = aPage(
      block('box', 'box', { props: { count: 2 }, slots: { a: ['bad', 'old'] } }),
      bad,
      block('old', 'leaf', { props: { text: '旧' } }),
    )
    const before = structuredClone(page)
    const { page: after, problems } = migratePage(page, definitions)
    expect(problems).toMatchObject([{ code, blockId: 'bad' }])
    expect(after.blocks.bad).toBe(bad)
    expect(after.blocks.old).toMatchObject({ version: 2, props: { text: '旧', link: '' } })
    expect(page).toEqual(before)
    expect(validatePage(after, definitions)).toMatchObject({ ok: true })
  })

  test.each(WRONG)('%s can be moved, renamed, copied, removed and taken back', (_, bad) => {
    const context = { definitions, newId: countingIds() }
    const page = aPage(block('box', 'box', { props: { count: 2 }, slots: { a: ['bad'] } }), bad)
    const moved = apply(page, { kind: 'move', ids: ['bad'], to: { parent: null, index: 0 } }, context)
    const named = apply(moved.page, { kind: 'setBlock', id: 'bad', patch: { name: '旧的' } }, context)
    const copied = apply(named.page, { kind: 'duplicate', id: 'bad' }, context)
    const removed = apply(copied.page, { kind: 'remove', ids: ['bad'] }, context)
    expect(removed.page.blocks).not.toHaveProperty('bad')
    expect(removed.page.blocks.n1).toEqual({ ...bad, id: 'n1', name: '旧的' })
    expect(validatePage(removed.page, definitions)).toMatchObject({ ok: true })
  })

  test('a container nobody knows keeps what it holds, and so does a slot its widget has no more', () => {
    const page = aPage(
      block('gone', 'gone', { slots: { footer: ['one'] } }),
      block('one', 'leaf', { version: 2, props: { text: '脚', link: '' } }),
    )
    expect(migratePage(page, definitions).page).toBe(page)
    expect(validatePage(page, definitions)).toMatchObject({ ok: true })
  })
})
