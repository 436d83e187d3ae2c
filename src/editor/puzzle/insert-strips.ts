import type { Block, BlockId } from '@/schemas/page'
import type { Region } from '@/schemas/region'
import { definitionOf, newBlock, type Place } from '@/src/document'
import { type InsertedImage, sizeOf } from '../assets/insert-image'
import type { ChangeResult } from '../store/change'
import { stepPlace } from '../store/commands'
import type { EditorStore } from '../store/editor-store'

export interface Strip extends InsertedImage {
  regions: readonly Region[]
}

const ZONE = 'hot-zone'
const IMAGE = 'image'
/** What its widget takes. */
const MAX_ALT = 120

/**
 * Puts one block for each strip there, one below the other, as one step: a picture with hot zones
 * where it has regions, a plain picture where it has none. All of them are selected.
 */
export function insertStrips(
  store: EditorStore,
  strips: readonly Strip[],
  nameOf: (number: number) => string,
  at: Place,
): ChangeResult | undefined {
  const { page } = store.getState()
  const blocks: Record<BlockId, Block> = {}
  for (const [index, strip] of strips.entries()) {
    const definition = definitionOf(store.definitions, strip.regions.length > 0 ? ZONE : IMAGE)
    const id = store.newId()
    const block = definition && newBlock(definition, id).blocks[id]
    if (!block) return undefined
    const alt = strip.regions
      .map(({ label }) => label)
      .filter(Boolean)
      .join('、')
      .slice(0, MAX_ALT)
    const props = { ...block.props, src: strip.url, alt, ...sizeOf(strip) }
    blocks[id] = {
      ...block,
      name: nameOf(index + 1),
      props:
        block.type === ZONE ? { ...props, regions: strip.regions.map((region) => ({ ...region })) } : props,
    }
  }
  const roots = Object.keys(blocks)
  const [first] = Object.values(blocks)
  if (!first) return undefined
  return store.change({
    operation: { kind: 'insert', fragment: { roots, blocks }, at },
    name: {
      verb: 'insert',
      block: { type: first.type },
      into: stepPlace(page, at),
      ...(roots.length > 1 && { count: roots.length }),
    },
    select: roots,
  })
}
