import type { FieldChange } from '@/components/fields/types'
import type { BlockId } from '@/schemas/page'
import { blockOf, type Operation } from '@/src/document'
import type { ChangeResult } from '../store/change'
import { stepBlocks } from '../store/commands'
import type { EditorStore } from '../store/editor-store'
import { orNone } from './block-look'

/** Sets props of several blocks at once, as one step: all of them take it, or none. */
export function setPropsOfAll(
  store: EditorStore,
  ids: readonly BlockId[],
  change: FieldChange,
): ChangeResult {
  const { page } = store.getState()
  return store.change({
    operation: ids.map((id): Operation => ({ kind: 'setProps', id, props: { ...change.patch } })),
    name: { verb: 'setProp', ...stepBlocks(page, ids), prop: String(change.path[0]) },
    mergeKey: keyOf(ids, 'props', change),
  })
}

/** Sets a part of the look of several blocks at once; what else each has of it, it keeps. */
export function setStyleOfAll(
  store: EditorStore,
  ids: readonly BlockId[],
  change: FieldChange,
): ChangeResult {
  const { page } = store.getState()
  return store.change({
    operation: ids.map((id): Operation => {
      const style = { ...blockOf(page, id)?.style, ...change.patch }
      const set = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
      return { kind: 'setBlock', id, patch: { style: orNone(set) } }
    }),
    name: { verb: 'restyle', ...stepBlocks(page, ids) },
    mergeKey: keyOf(ids, 'look', change),
  })
}

function keyOf(
  ids: readonly BlockId[],
  part: string,
  { path, isContinuous }: FieldChange,
): string | undefined {
  return isContinuous ? `${ids.join()}:${part}.${path.join('.')}` : undefined
}
