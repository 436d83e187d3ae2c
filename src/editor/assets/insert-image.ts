import { definitionOf, newBlock, type Place } from '@/src/document'
import { stepPlace } from '../store/commands'
import type { ChangeResult, EditorStore } from '../store/editor-store'

const IMAGE = 'image'
/** What the widget's sizes go up to; a longer picture keeps its shape, px. */
const MAX_SIDE = 10_000

export interface InsertedImage {
  url: string
  /** In px; 0 where a drawing has none. */
  width: number
  height: number
}

/** Puts a new image block there that shows this picture in its own proportions, and selects it. */
export function insertImage(store: EditorStore, image: InsertedImage, at: Place): ChangeResult | undefined {
  const definition = definitionOf(store.definitions, IMAGE)
  if (!definition) return undefined
  const { page } = store.getState()
  const id = store.newId()
  const fragment = newBlock(definition, id)
  const block = fragment.blocks[id]
  if (!block) return undefined
  const props = { ...block.props, src: image.url, ...sizeOf(image) }
  return store.change({
    operation: { kind: 'insert', fragment: { ...fragment, blocks: { [id]: { ...block, props } } }, at },
    name: { verb: 'insert', block: { type: IMAGE }, into: stepPlace(page, at) },
    select: id,
  })
}

function sizeOf({ width, height }: InsertedImage): { width?: number; height?: number } {
  if (width < 1 || height < 1) return {}
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
