import type { BoundEvent } from './bound-event'
import type { Block, BlockId, ThemeName } from './page'
import type { PageLook } from './page-look'
import type { TriedOutcome } from './try-out'

/** Where preview links lead: the token follows. */
export const PREVIEW_PATH = '/preview/'

/** A page's draft as a preview link hands it to a phone. */
export interface PagePreview {
  title: string
  root: readonly BlockId[]
  theme: ThemeName
  locale: 'zh-CN' | 'en'
  look: PageLook
  blocks: Readonly<Record<BlockId, Block>>
  /** What is seen of each block's tool. */
  tools: Readonly<Record<BlockId, unknown>>
  /** Blocks whose conditions do not hold. */
  unmet: readonly BlockId[]
  /** What the events of blocks do. */
  bound: Readonly<Record<BlockId, readonly BoundEvent[]>>
  /** What references to the page and its campaign name. */
  values: Readonly<Record<string, string>>
  /** How far the page's clock is ahead of the real one, ms. */
  aheadMs: number
}

/** What a preview shows after taps that were tried out. */
export interface PreviewTried extends Pick<PagePreview, 'tools' | 'unmet'> {
  /** How the last tap came out. */
  last?: TriedOutcome
}
