import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, MAX_BLOCKS, type PageDefinition } from '../../schemas/page'
import { canonicalJson, migrateBlock, migratePage, newPage, validatePage } from '.'
import { broken, definitions, leaf } from './test-widgets'

const block = (id: string, rest: Partial<Block> = {}): Block => ({
  id,
  type: 'leaf',
  version: 2,
  props: { text: '字', link: '' },
  ...rest,
})

function pageOf(...blocks: Block[]): PageDefinition {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  const held = new Set(blocks.flatMap((b) => Object.values(b.slots ?? {}).flat()))
  for (const b of blocks) {
    page.blocks[b.id] = b
    if (!held.has(b.id)) page.root.push(b.id)
  }
  return page
}

const codes = (input: unknown) => {
  const result = validatePage(input, definitions)
  return result.ok ? [] : result.problems.map((p) => `${p.code} ${p.path.join('.')}`.trim())
}

describe('validatePage', () => {
  test('keeps an unknown widget and a newer version as they are', () => {
    const page = pageOf(
      block('a', { type: 'not-yet', props: { x: [1, { y: null }] }, slots: { inside: ['b'] } }),
      block('b', { version: 9, props: { later: true } }),
    )
    const result = validatePage(page, definitions)
    expect(result).toEqual({ ok: true, page })
  })

  test('a widget named like a property of every object is unknown, not a crash', () => {
    expect(codes(pageOf(block('a', { type: 'constructor' })))).toEqual([])
  })

  test('checks an older block as it would be migrated, and stores it as it was given', () => {
    const page = pageOf(block('a', { version: 1, props: { text: '旧' } }))
    expect(validatePage(page, definitions)).toEqual({ ok: true, page })
    expect(codes(pageOf(block('a', { version: 1, props: { text: 7 } })))).toEqual([])
    expect(codes(pageOf(block('a', { props: { text: 7, link: '' } })))).toEqual([
      'invalid_type blocks.a.props.text',
    ])
  })

  test.each([
    [
      'a script in a link',
      pageOf(block('a', { props: { text: '', link: 'javascript:alert(1)' } })),
      'unsafe_link blocks.a.props.link',
    ],
    ['an orphan', { ...pageOf(block('a')), root: [] }, 'orphan_block blocks.a'],
    ['a missing block', { ...pageOf(), root: ['a'] }, 'missing_block root.0'],
    ['a block placed twice', { ...pageOf(block('a')), root: ['a', 'a'] }, 'placed_twice root.1'],
    [
      'a cycle',
      {
        ...pageOf(),
        blocks: {
          a: block('a', { type: 'box', version: 1, props: { count: 1 }, slots: { a: ['b'] } }),
          b: block('b', { type: 'box', version: 1, props: { count: 1 }, slots: { a: ['a'] } }),
        },
      },
      'cycle blocks.a',
    ],
    [
      'a slot its widget has not',
      pageOf(block('a', { slots: { x: ['b'] } }), block('b')),
      'unknown_slot blocks.a.slots.x',
    ],
    [
      'a widget its slot does not take',
      pageOf(
        block('a', { type: 'picky', version: 1, props: {}, slots: { only: ['b'] } }),
        block('b', { type: 'picky', version: 1, props: {} }),
      ),
      'not_accepted blocks.a.slots.only.0',
    ],
    ['a text', 'page', 'invalid_type'],
    ['nothing', undefined, 'not_json'],
    ['5 MB', { ...pageOf(), title: '筑'.repeat(1_800_000) }, 'too_large'],
  ])('refuses %s', (_, input, problem) => {
    expect(codes(input)[0]).toBe(problem)
  })

  test('refuses 5,001 blocks and takes 5,000', () => {
    const many = Array.from({ length: MAX_BLOCKS }, (_, i) => block(`b${i}`))
    expect(codes(pageOf(...many))).toEqual([])
    expect(codes(pageOf(...many, block('last'))).join()).toMatch(/too_(many_blocks|big)/)
  })

  test('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = 0
    for (let i = 0; i < 100_000; i++) deep = [deep]
    expect(codes({ ...pageOf(block('a')), blocks: { a: { ...block('a'), props: { deep } } } })).toEqual([
      'too_deep',
    ])
    const cyclic: Record<string, unknown> = {}
    cyclic.self = cyclic
    expect(codes(cyclic)).toEqual(['too_deep'])
  })

  test('never throws, whatever it is given', () => {
    const almost = fc.record({
      schemaVersion: fc.constantFrom(1, 2),
      title: fc.string({ maxLength: 70 }),
      theme: fc.constantFrom('fresh', 'gone'),
      share: fc.record({ title: fc.string(), description: fc.string(), image: fc.string() }),
      settings: fc.record({ locale: fc.constantFrom('zh-CN', 'en', 'xx') }),
      root: fc.array(fc.constantFrom('a', 'b', '__proto__', 'constructor')),
      blocks: fc.dictionary(fc.constantFrom('a', 'b', 'constructor', '__proto__'), fc.anything()),
    })
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), almost), (input) => {
        const result = validatePage(input, definitions)
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('migration', () => {
  test('brings a block to its version, and leaves a current one as the same object', () => {
    const old = block('a', { version: 1, props: { text: '旧' } })
    expect(migrateBlock(old, leaf)).toEqual({ block: block('a', { props: { link: '', text: '旧' } }) })
    expect(old.version).toBe(1)
    const current = block('a')
    expect(migrateBlock(current, leaf).block).toBe(current)
    const page = pageOf(current)
    expect(migratePage(page, definitions).page).toBe(page)
  })

  test.each([
    ['unknown_widget', block('a', { type: 'not-yet' }), undefined],
    ['newer_version', block('a', { version: 3 }), leaf],
    ['migration_failed', block('a', { type: 'broken', version: 1 }), broken],
    ['migration_missing', block('a', { type: 'broken', version: 2 }), broken],
    ['migration_invalid', block('a', { type: 'broken', version: 3 }), broken],
  ])('%s keeps the block as it was, and says so', (code, given, definition) => {
    const migrated = migrateBlock(given, definition)
    expect(migrated.block).toBe(given)
    expect(migrated.problem).toMatchObject({ code, blockId: 'a' })
  })

  test('one bad block does not keep the others from being migrated', () => {
    const page = pageOf(
      block('bad', { type: 'broken', version: 1 }),
      block('old', { version: 1, props: { text: '旧' } }),
    )
    const migrated = migratePage(page, definitions)
    expect(migrated.page.blocks.old?.version).toBe(2)
    expect(migrated.page.blocks.bad).toBe(page.blocks.bad)
    expect(migrated.problems).toHaveLength(1)
  })
})

test('canonicalJson is one text for equal values, and reads back as the value', () => {
  expect(canonicalJson({ b: 1, a: [{ d: undefined, c: '筑' }] })).toBe('{"a":[{"c":"筑"}],"b":1}')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})
