import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageDefinition } from '../../../schemas/page'
import { canonicalJson } from '../canonical'
import { newPage } from '../new-page'
import { edited, edits } from '../test-edits'
import { countingIds, definitions } from '../test-widgets'
import { validatePage } from '../validate'
import type { MergeConflict } from './conflict'
import { mergePages } from './merge'
import { resolveConflict } from './resolve'

const threePages = fc.tuple(edits(25), edits(12), edits(12)).map(([first, mine, theirs]) => {
  const base = edited(newPage({ title: '页面', locale: 'zh-CN' }), first, countingIds('b'))
  return {
    base,
    mine: edited(base, mine, countingIds('m')),
    theirs: edited(base, theirs, countingIds('t')),
  }
})

test('two people’s work always makes a valid page, and says the same each time', () => {
  let clashed = 0
  fc.assert(
    fc.property(threePages, (pages) => {
      const { page, conflicts } = mergePages(pages, definitions)
      expect(validatePage(page, definitions)).toEqual({ ok: true, page })
      expect(conflicts.some((one) => one.kind === 'page')).toBe(false)
      expect(mergePages(pages, definitions)).toEqual({ page, conflicts })
      if (conflicts.length > 0) clashed++
    }),
    { numRuns: 600 },
  )
  // Guards the generator: where nobody gets in anybody's way little is proved.
  expect(clashed).toBeGreaterThan(50)
})

test('where one side did nothing the other’s page comes out exactly, without conflicts', () => {
  fc.assert(
    fc.property(threePages, ({ base, mine }) => {
      for (const pages of [
        { base, mine, theirs: base },
        { base, mine: base, theirs: mine },
        { base, mine, theirs: mine },
      ]) {
        const { page, conflicts } = mergePages(pages, definitions)
        expect(conflicts).toEqual([])
        expect(canonicalJson(page)).toBe(canonicalJson(mine))
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing of either side is lost without a conflict that says so', () => {
  fc.assert(
    fc.property(threePages, (pages) => {
      const { page, conflicts } = mergePages(pages, definitions)
      for (const side of ['mine', 'theirs'] as const) {
        for (const lost of lostOf(pages.base, pages[side], page)) {
          expect(conflicts.some((one) => isAbout(one, lost))).toBe(true)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('deciding conflicts for either side leaves a valid page, and what was decided is in it', () => {
  fc.assert(
    fc.property(threePages, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (pages, choices) => {
      const { page, conflicts } = mergePages(pages, definitions)
      let at = page
      conflicts.forEach((conflict, index) => {
        const side = choices[index % choices.length] ? 'mine' : 'theirs'
        const next = resolveConflict(at, conflict, side, pages)
        // Some choices cannot stand together: those are refused, and the page stays.
        if (!validatePage(next, definitions).ok) return
        at = next
        if (
          conflict.kind === 'value' &&
          conflict.path.length === 2 &&
          conflict.id &&
          at.blocks[conflict.id]
        ) {
          const [key, member] = conflict.path as ['props', string]
          expect(at.blocks[conflict.id]?.[key]?.[member]).toEqual(conflict[side])
        }
      })
      expect(validatePage(at, definitions).ok).toBe(true)
    }),
    { numRuns: 300 },
  )
})

interface Lost {
  id: string | null
  what: string
}

/** What a side did to the base that the merged page does not show. */
function lostOf(base: PageDefinition, side: PageDefinition, merged: PageDefinition): Lost[] {
  const lost: Lost[] = []
  const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null)
  for (const key of ['title', 'theme', 'settings'] as const) {
    if (!same(base[key], side[key]) && !same(side[key], merged[key])) lost.push({ id: null, what: key })
  }
  for (const [id, block] of Object.entries(side.blocks)) {
    const [was, is] = [base.blocks[id], merged.blocks[id]]
    if (!is) {
      // Taken away by the other side: only what this side left as it was.
      if (!was || !same({ ...was, slots: null }, { ...block, slots: null })) lost.push({ id, what: 'block' })
      continue
    }
    for (const key of ['name', 'tool', 'hidden'] as const) {
      if (!same(was?.[key], block[key]) && !same(block[key], is[key])) lost.push({ id, what: key })
    }
    for (const prop of Object.keys(block.props)) {
      const changed = !same(was?.props[prop], block.props[prop])
      if (changed && !same(block.props[prop], is.props[prop])) lost.push({ id, what: prop })
    }
  }
  for (const id of Object.keys(base.blocks)) {
    if (!side.blocks[id] && merged.blocks[id]) lost.push({ id, what: 'removal' })
  }
  return lost
}

function isAbout(conflict: MergeConflict, { id, what }: Lost): boolean {
  if (conflict.kind === 'value')
    return conflict.id === id && (what === 'block' || conflict.path.includes(what))
  // A removed container comes back with all that it held.
  return conflict.kind === 'removal' && what === 'removal'
}
