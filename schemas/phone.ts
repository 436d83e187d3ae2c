import type { Block, BlockId } from './page'

/*
 * The contract between the server of published pages and the script on the phone: what the page
 * carries as JSON beside its HTML. Only interactive blocks are in it; a page without any carries
 * neither this nor a script.
 */

/** The element that holds the page's data. */
export const PAGE_DATA_ID = 'zg-page'

export interface PageData {
  /** The page version's content hash, which every request of the page names. */
  version: string
  locale: 'zh-CN' | 'en'
  /** The shop's time zone. */
  timeZone: string
  blocks: Record<BlockId, PageDataBlock>
  /** Each bound tool's state as anybody may see it, by block. */
  tools: Record<BlockId, unknown>
}

export interface PageDataBlock {
  type: string
  props: Block['props']
  /** The slots that are filled, by name. */
  slots?: string[]
}
