import { blockOf, type Finding } from '@/src/document'
import type { EditorStore } from '../store/editor-store'
import { revealBlock } from '../store/reveal-block'
import { focusField } from './focus-field'

/** Selects the block a finding is about, shows it on the canvas, and focuses the field to mend. */
export function goToFinding(store: EditorStore, { path }: Finding): void {
  if (store.getState().mode === 'preview') store.setState({ mode: 'edit' })
  const [root, id, ...rest] = path
  const block = root === 'blocks' && typeof id === 'string' ? blockOf(store.getState().page, id) : undefined
  store.select(block?.id ?? null)
  if (block) revealBlock(store, block.id)
  focusField(block?.id ?? null, block ? rest : path)
}
