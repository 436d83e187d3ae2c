import { z } from 'zod'
import { BlockId } from '@/schemas/page'
import { Id } from '@/schemas/primitives'

/** Made by a tab for as long as it has the page open. */
const TabId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

export const BeOnPage = z.object({ pageId: Id, tabId: TabId, selectedId: BlockId.nullable() })
export const LeavePage = z.object({ pageId: Id, tabId: TabId })
