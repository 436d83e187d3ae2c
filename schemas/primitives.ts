import { z } from 'zod'
import { hasControlCharacters, isSafeImage, isSafeLink } from './safe-values'

export { isSafeImage, isSafeLink }

/** Money in fen (分). Never a float, never negative, at most ¥10 billion: far below 2^53. */
export const Fen = z.int().min(0).max(1_000_000_000_000)

/** An instant on the wire and in documents: ISO 8601 in UTC, to the millisecond. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  // Not every database knows a year 0, and no campaign runs there.
  .refine((instant) => instant >= '2000', { error: 'too_long_ago' })

/** Ids are made by the server: a prefix naming the kind, then a sortable suffix (`cmp_…`). */
export const Id = z.string().regex(/^[a-z]{2,6}_[0-9a-z]{10,40}$/)

/** A block's id within its page. */
export const BlockId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export type BlockId = z.infer<typeof BlockId>

/** A page's public name, the last part of its link. */
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)

/** A SHA-256 in lower-case hex: what an immutable, content-addressed thing is called. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Chosen by the caller, one for each intent: repeating it repeats the same request. */
export const IdempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

export const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/)

export const REASON_MIN = 2
export const REASON_MAX = 200

/** Text a person typed: bounded, and without control characters. Markup in it stays text. */
export function plainText(max: number, min = 0) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !hasControlCharacters(value), { error: 'control_characters' })
}

/** Why somebody did what cannot simply be undone: kept beside it. */
export const Reason = plainText(REASON_MAX, REASON_MIN)

export const Link = z.string().max(2_000).refine(isSafeLink, { error: 'unsafe_link' })

/** An image's address: this site's own upload, or https. Empty means none yet. */
export const ImageUrl = z.string().max(2_000).refine(isSafeImage, { error: 'unsafe_image' })

/** Counts the changes of a page or a tool, from 1. */
export const Revision = z.int().min(1).max(2_000_000_000)
