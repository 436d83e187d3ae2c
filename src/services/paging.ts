import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'

export const PAGE_SIZE = 20

/** What every list takes. Lists run from the newest; ids sort by the time they were made. */
export const ListInput = z.object({
  search: plainText(60).optional(),
  /** The last id of the page before. */
  cursor: Id.optional(),
  limit: z.int().min(1).max(100).default(PAGE_SIZE),
})

/** Cuts a list that was read one row too long, and names where the next page starts. */
export function toPage<T extends { id: string }>(rows: T[], limit: number) {
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
