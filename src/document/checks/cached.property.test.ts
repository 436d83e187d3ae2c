import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { apply } from '../apply'
import { DocumentError } from '../errors'
import { newBlock } from '../new-block'
import { newPage } from '../new-page'
import type { Operation } from '../operation'
import { box, countingIds, definitions, leaf, tooled } from '../test-widgets'
import { createPageCheck } from './check-page'
import { DEFAULT_RULES } from './default-rules'

const KINDS = [leaf, box, tooled]

const wish = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'remove',
    'move',
    'duplicate',
    'words',
    'link',
    'hide',
    'schedule',
  ),
  pick: fc.nat(1_000),
  index: fc.nat(8),
  words: fc.constantFrom('', '好券', '全网最低价', '分享好友得奖'),
})

type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

function operationOf(page: PageDefinition, w: Wish, newId: () => string): Operation {
  const ids = Object.keys(page.blocks)
  const id = ids[w.pick % Math.max(1, ids.length)] ?? 'nobody'
  const boxes = ids.filter((each) => page.blocks[each]?.type === 'box')
  const inside = boxes[w.pick % Math.max(1, boxes.length)]
  const at =
    inside && w.pick % 2
      ? { parent: inside, slot: 'a', index: w.index }
      : ({ parent: null, index: w.index } as const)
  switch (w.kind) {
    case 'insert':
      return { kind: 'insert', fragment: newBlock(KINDS[w.pick % KINDS.length]!, newId()), at }
    case 'move':
      return { kind: 'move', ids: [id], to: at }
    case 'words':
      return { kind: 'setProps', id, props: { text: w.words } }
    case 'link':
      return { kind: 'setProps', id, props: { link: `#${ids[w.index] ?? 'gone'}` } }
    case 'hide':
      return { kind: 'setBlock', id, patch: { hidden: w.index > 4 ? true : undefined } }
    case 'schedule':
      return { kind: 'setBlock', id, patch: { schedule: { until: '2026-01-01T00:00:00.000Z' } } }
    case 'duplicate':
      return { kind: 'duplicate', id }
    default:
      return { kind: 'remove', ids: [id] }
  }
}

test('after any edits, what was remembered of the records finds what looking at all of them anew finds', () => {
  const facts = {
    now: Date.parse('2026-11-11T00:00:00.000Z'),
    ownHosts: [],
    ownSlugs: [],
    campaignId: null,
    tools: {},
    pages: {},
    imageBytes: {},
    scriptBytes: 0,
  }
  let found = 0
  fc.assert(
    fc.property(fc.array(wish, { minLength: 15, maxLength: 50 }), (wishes) => {
      const kept = createPageCheck(definitions, DEFAULT_RULES)
      const newId = countingIds()
      let page = newPage({ title: '页面', locale: 'zh-CN' })
      for (const w of wishes) {
        try {
          page = apply(page, operationOf(page, w, newId), { definitions, newId }).page
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError)
        }
        const anew = createPageCheck(definitions, DEFAULT_RULES)
        const copy = structuredClone(page)
        const findings = kept.check(page, facts)
        expect(findings).toEqual(anew.check(copy, facts))
        expect(kept.asks(page)).toEqual(anew.asks(copy))
        found += findings.length
      }
    }),
    { numRuns: 40 },
  )
  expect(found).toBeGreaterThan(100)
})
