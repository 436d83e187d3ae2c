import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageDefinition } from '../../schemas/page'
import {
  apply,
  applyAll,
  DocumentError,
  joinDiffs,
  newBlock,
  newPage,
  type Operation,
  type Place,
  parentsOf,
  slotsOf,
} from '.'
import { restore } from './apply'
import { indexParents } from './parents'
import { box, countingIds, definitions, leaf, picky, tooled } from './test-widgets'
import { validatePage } from './validate'

const KINDS = [leaf, box, picky, tooled]

/** Any wish, sensible or not, about the page as it is now: `pick` names blocks by number. */
interface Wish {
  kind: Exclude<Operation['kind'], 'replace'> | 'lock'
  pick: number
  target: number
  slot: string
  index: number
  text: string
  count: number
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'insert',
    'remove',
    'move',
    'move',
    'duplicate',
    'setProps',
    'setBlock',
    'setPage',
    'lock',
  ),
  pick: fc.nat(1_000),
  target: fc.nat(1_000),
  slot: fc.constantFrom('a', 'a', 'b', 'c', 'only', 'constructor'),
  index: fc.integer({ min: -1, max: 6 }),
  text: fc.string({ maxLength: 25 }),
  count: fc.integer({ min: 0, max: 5 }),
})

function operationOf(page: PageDefinition, w: Wish, newId: () => string): Operation {
  const ids = Object.keys(page.blocks)
  const wild = w.pick % 10 === 0
  const id = (!wild && ids[w.pick % ids.length]) || 'nobody'
  // Any few, those that hold each other too.
  const several = w.pick % 3 ? [id] : [id, ...ids.filter((_, at) => at % 4 === w.target % 4)]
  const place = wild ? { parent: id, slot: w.slot, index: w.index } : someplace(page, w)
  switch (w.kind) {
    case 'insert':
      return { kind: 'insert', fragment: newBlock(KINDS[w.pick % KINDS.length]!, newId()), at: place }
    case 'move':
      return { kind: 'move', ids: several, to: place }
    case 'setProps':
      return { kind: 'setProps', id, props: w.pick % 2 ? { text: w.text } : { count: w.count } }
    case 'setBlock':
      return { kind: 'setBlock', id, patch: { name: w.text || undefined, hidden: w.count > 2 || undefined } }
    case 'lock':
      return { kind: 'setBlock', id, patch: { locked: w.count > 3 || undefined } }
    case 'setPage':
      return { kind: 'setPage', patch: { title: w.text } }
    case 'remove':
      return { kind: 'remove', ids: several }
    case 'duplicate':
      return { kind: 'duplicate', id }
  }
}

/** A place that is there; whether the block may go to it is another matter. */
function someplace(page: PageDefinition, w: Wish): Place {
  const places: Place[] = [{ parent: null, index: w.index }]
  for (const block of Object.values(page.blocks)) {
    for (const slot of Object.keys(slotsOf(definitions, block))) {
      places.push({ parent: block.id, slot, index: w.index })
    }
  }
  return places[w.target % places.length]!
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

test('any sequence of operations leaves a valid page and is undone exactly', () => {
  let done = 0
  let refused = 0
  fc.assert(
    fc.property(fc.array(wish, { minLength: 20, maxLength: 60 }), (wishes) => {
      const newId = countingIds()
      const steps: { before: PageDefinition; inverse: ReturnType<typeof apply>['inverse'] }[] = []
      // Frozen: an operation that changed what it was given would throw.
      let page = freeze(newPage({ title: '页面', locale: 'zh-CN' }))
      const first = page
      for (const w of wishes) {
        const before = page
        try {
          const applied = apply(page, operationOf(page, w, newId), { definitions, newId })
          page = freeze(applied.page)
          steps.push({ before, inverse: applied.inverse })
          done++
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError)
          refused++
          continue
        }
        expect(validatePage(page, definitions)).toEqual({ ok: true, page })
        expect(parentsOf(page)).toEqual(indexParents(structuredClone(page)))
        expect(parentsOf(page).size).toBe(Object.keys(page.blocks).length)
      }

      let undone = page
      for (const { before, inverse } of steps.toReversed()) {
        const restored = restore(undone, inverse)
        expect(restored.page).toEqual(before)
        expect(restore(restored.page, restored.inverse).page).toEqual(undone)
        expect(parentsOf(restored.page)).toEqual(indexParents(structuredClone(before)))
        undone = restored.page
      }
      // Joined from the last step's inverse to the first's, the whole history is one step.
      const joined = steps.toReversed().reduce((diff, step) => joinDiffs(diff, step.inverse), {})
      expect(restore(page, joined).page).toEqual(first)
    }),
    { numRuns: 200 },
  )
  // Guards the generator: sequences that are mostly refused would prove little.
  expect(done).toBeGreaterThan(refused)
  expect(done).toBeGreaterThan(1_000)
})

test('several operations as one leave what they leave one by one, or nothing', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 4, maxLength: 30 }), fc.nat(20), (wishes, split) => {
      const newId = countingIds()
      const done: Operation[] = []
      let page = newPage({ title: '页面', locale: 'zh-CN' })
      let start = page
      for (const [index, w] of wishes.entries()) {
        if (index === split % wishes.length) {
          start = freeze(page)
          done.length = 0
        }
        const operation = operationOf(page, w, newId)
        // A copy's ids are its own each time, so it cannot be compared.
        if (operation.kind === 'duplicate') continue
        try {
          page = apply(page, operation, { definitions, newId }).page
          done.push(operation)
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError)
        }
      }
      if (split % 2) parentsOf(start)
      const parents = structuredClone(parentsOf(start))
      const all = applyAll(start, done, { definitions, newId })
      expect(all.page).toEqual(page)
      expect(parentsOf(all.page)).toEqual(indexParents(structuredClone(page)))
      expect(parentsOf(start)).toEqual(parents)
      expect(restore(start, all.diff).page).toEqual(page)
      expect(restore(all.page, all.inverse).page).toEqual(start)

      const replaced = apply(start, { kind: 'replace', page }, { definitions, newId })
      expect(replaced.page).toEqual(page)
      expect(restore(replaced.page, replaced.inverse).page).toEqual(start)
    }),
    { numRuns: 200 },
  )
})
