import type { BlockId } from '@/schemas/page'
import { blockOf } from '@/src/document'
import type { EditorStore } from './editor-store'

interface PropsEdit {
  patch: Readonly<Record<string, unknown>>
  /** Where in the props it happened. */
  path: readonly (string | number)[]
  isContinuous: boolean
}

/**
 * Changes props of a block as somebody edits them. Values the widget refuses are kept beside the
 * page, to be shown with what is wrong, until they are put right; the page keeps the last good
 * ones. The block is named by its id, so it does not matter where it has moved meanwhile.
 */
export function editProps(store: EditorStore, id: BlockId, { patch, path, isContinuous }: PropsEdit): void {
  const { page, refused } = store.getState()
  const block = blockOf(page, id)
  if (!block) return
  const before = refused[id]
  const merged = { ...before?.values, ...patch }
  const name = {
    verb: 'setProp',
    block: { type: block.type, name: block.name },
    prop: String(path[0]),
  } as const
  const mergeKey = isContinuous ? `${id}:${path.join('.')}` : undefined

  const attempt = (props: Readonly<Record<string, unknown>>) =>
    store.change({ operation: { kind: 'setProps', id, props }, name, mergeKey })
  const result = attempt(merged)
  if (result.ok) {
    if (before) store.setState({ refused: omit(refused, id) })
    return
  }
  if (result.code !== 'invalid_props') return
  // Another field's refused value must not hold this one back.
  const wrong = new Set(result.problems.map((problem) => String(problem.path[0])))
  const good = Object.fromEntries(Object.entries(merged).filter(([prop]) => !wrong.has(prop)))
  const values = Object.fromEntries(Object.entries(merged).filter(([prop]) => wrong.has(prop)))
  if (Object.keys(good).length > 0 && attempt(good).ok) {
    store.setState({ refused: { ...refused, [id]: { values, problems: result.problems } } })
  } else {
    store.setState({ refused: { ...refused, [id]: { values: merged, problems: result.problems } } })
  }
}

function omit<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record
  return rest
}
