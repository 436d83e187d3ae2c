import type { PageDefinition } from '@/schemas/page'
import { type Fragment, fragmentOf, type Place, topmostOf } from '@/src/document'
import type { ChangeResult } from '../store/change'
import { placeAfterSelection, stepPlace } from '../store/commands'
import type { EditorStore } from '../store/editor-store'
import { ownCopy } from './own-copy'

/** The widgets of a group's outermost blocks, without repetitions. */
export function typesOf({ root, blocks }: Pick<PageDefinition, 'root' | 'blocks'>): string[] {
  return [...new Set(root.flatMap((id) => blocks[id]?.type ?? []))]
}

/** Puts a group there as one step, after the selection without a place; it is selected then. */
export function insertGroup(store: EditorStore, group: PageDefinition, place?: Place): ChangeResult {
  const { page } = store.getState()
  const at = place ?? placeAfterSelection(store, ...typesOf(group))
  const fragment = ownCopy(group, store.newId)
  const first = fragment.blocks[fragment.roots[0] ?? '']
  return store.change({
    operation: { kind: 'insert', fragment, at },
    name: {
      verb: 'insert',
      block: { type: first?.type ?? '', name: first?.name },
      count: fragment.roots.length,
      into: stepPlace(page, at),
    },
    select: fragment.roots,
  })
}

/**
 * Puts a template in place of all that stands on the page, in its theme, as one step. The page
 * keeps its title and what was written for sharing it.
 */
export function replaceByTemplate(store: EditorStore, template: PageDefinition, title: string): ChangeResult {
  const { page } = store.getState()
  const { roots, blocks } = ownCopy(template, store.newId)
  const settings = { ...template.settings, locale: page.settings.locale }
  return store.change({
    operation: { kind: 'replace', page: { ...page, theme: template.theme, settings, root: roots, blocks } },
    name: { verb: 'useTemplate', title },
    select: null,
  })
}

/** The selected blocks and all they hold, to be kept as a group; undefined when there is none. */
export function selectedGroup(store: EditorStore): Fragment | undefined {
  const { page, selectedIds } = store.getState()
  const ids = topmostOf(page, selectedIds)
  return ids.length > 0 ? fragmentOf(page, ids) : undefined
}
