import type { z } from 'zod'
import type { PageDefinition, ThemeName } from '@/schemas/page'
import type { GroupContent, Occasion } from '@/schemas/template'
import type { CreateReward } from '../../rewards'
import type { PlayWindow, TemplateWindow } from './window'

export type Words = Record<'zh-CN' | 'en', string>

interface Head {
  /** What requests call it; stays when its name changes. */
  key: string
  name: Words
  description: Words
  occasion: Occasion
}

/** Some blocks that stand together, shown in a theme until they take on that of a page. */
export interface GroupTemplate extends Head {
  kind: 'group'
  theme: ThemeName
  content: GroupContent
}

export interface PageTemplate extends Head {
  kind: 'page'
  page: PageDefinition
}

/** What there is in the shop that a template takes up. */
export interface Shop {
  /** Groups of its products, at most a few. */
  groups: readonly string[]
}

export interface ToolDraft {
  type: string
  name: string
  config: Record<string, unknown>
}

/** Ids by the names that the template itself calls things. */
export type Named = Readonly<Record<string, string>>

/**
 * One click makes all of it: rewards with their stock, the tools that give them, a draft campaign
 * and the page. Rewards and tools are called by names of the template's own until they have ids.
 */
export interface PlayTemplate extends Head {
  kind: 'play'
  campaign: { name: string; window: TemplateWindow }
  rewards: Readonly<Record<string, z.input<typeof CreateReward>>>
  /** What needs something the shop has none of, such as products, is left out. */
  tools: (rewards: Named, shop: Shop) => Record<string, ToolDraft>
  /** `tools` may be short of some, or of all, when only the page is made: their blocks are unbound. */
  page: (o: { tools: Named; shop: Shop; window: PlayWindow }) => PageDefinition
}

export type BuiltInTemplate = GroupTemplate | PageTemplate | PlayTemplate
