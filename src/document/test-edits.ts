import fc from 'fast-check'
import type { PageDefinition } from '../../schemas/page'
import { apply } from './apply'
import { slotsOf } from './definitions'
import { DocumentError } from './errors'
import { newBlock } from './new-block'
import type { Operation, Place } from './operation'
import { box, definitions, leaf, picky, tooled } from './test-widgets'

/* Random work on a page, for the tests of this folder. */

const KINDS = [leaf, box, picky, tooled]

/** Any wish, sensible or not, about the page as it is then: `pick` names blocks by number. */
interface Edit {
  kind: 'insert' | 'remove' | 'move' | 'setProps' | 'setBlock' | 'setPage' | 'tool'
  pick: number
  target: number
  index: number
  text: string
  count: number
}

export const edits = (maxLength: number): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(
        ...(['insert', 'insert', 'insert', 'remove', 'move', 'move', 'move'] as const),
        ...(['setProps', 'setProps', 'setBlock', 'setPage', 'tool'] as const),
      ),
      pick: fc.nat(1_000),
      target: fc.nat(1_000),
      index: fc.integer({ min: 0, max: 6 }),
      text: fc.string({ maxLength: 4 }),
      count: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength },
  )

/** The page after as many of the edits as can be done. */
export function edited(page: PageDefinition, wishes: readonly Edit[], newId: () => string): PageDefinition {
  return wishes.reduce((at, wish) => {
    try {
      return apply(at, operationOf(at, wish, newId), { definitions, newId }).page
    } catch (error) {
      if (error instanceof DocumentError) return at
      throw error
    }
  }, page)
}

function operationOf(page: PageDefinition, edit: Edit, newId: () => string): Operation {
  const ids = Object.keys(page.blocks)
  const id = ids[edit.pick % ids.length] ?? 'nobody'
  const { text, count } = edit
  switch (edit.kind) {
    case 'insert': {
      const widget = KINDS[edit.pick % KINDS.length] ?? leaf
      return { kind: 'insert', fragment: newBlock(widget, newId()), at: placeFor(page, edit) }
    }
    case 'move':
      return { kind: 'move', ids: [id], to: placeFor(page, edit) }
    case 'remove':
      return { kind: 'remove', ids: [id] }
    case 'setProps': {
      const isBox = page.blocks[id]?.type === 'box'
      return { kind: 'setProps', id, props: isBox ? { count } : { text } }
    }
    case 'setBlock':
      return { kind: 'setBlock', id, patch: { name: text || undefined, style: { marginTop: count } } }
    case 'tool':
      return {
        kind: 'setBlock',
        id,
        patch: { hidden: count > 2 || undefined, tool: { id: `tool_000000000${count}` } },
      }
    case 'setPage':
      return {
        kind: 'setPage',
        patch: count > 2 ? { title: text || '页面' } : { share: { title: text, description: '', image: '' } },
      }
  }
}

function placeFor(page: PageDefinition, { target, index }: Edit): Place {
  const places: Place[] = [{ parent: null, index }]
  for (const block of Object.values(page.blocks)) {
    for (const slot of Object.keys(slotsOf(definitions, block)))
      places.push({ parent: block.id, slot, index })
  }
  return places[target % places.length] as Place
}
