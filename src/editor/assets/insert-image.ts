import { definitionOf, newBlock, type Place } from '@/src/document'
import type { ChangeResult } from '../store/change'
import { stepPlace } from '../store/commands'
import type { EditorStore } from '../store/editor-store'

/** The widget pictures become. */
export const IMAGE = 'image'
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
  return insertImages(store, [image], at)
}

/** The same for several, next to each other, as one step. */
export function insertImages(
  store: EditorStore,
  images: readonly InsertedImage[],
  at: Place,
): ChangeResult | undefined {
  const definition = definitionOf(store.definitions, IMAGE)
  if (!definition || images.length === 0) return undefined
  const { page } = store.getState()
  const blocks = images.flatMap((image) => {
    const id = store.newId()
    const block = newBlock(definition, id).blocks[id]
    return block ? [{ ...block, props: { ...block.props, src: image.url, ...sizeOf(image) } }] : []
  })
  const roots = blocks.map(({ id }) => id)
  return store.change({
    operation: {
      kind: 'insert',
      fragment: { roots, blocks: Object.fromEntries(blocks.map((block) => [block.id, block])) },
      at,
    },
    name: {
      verb: 'insert',
      block: { type: IMAGE },
      into: stepPlace(page, at),
      ...(roots.length > 1 && { count: roots.length }),
    },
    select: roots,
  })
}

/** The size in px as the widgets of pictures take it; nothing where none is known. */
export function sizeOf({ width, height }: Pick<InsertedImage, 'width' | 'height'>): {
  width?: number
  height?: number
} {
  if (width < 1 || height < 1) return {}
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
