import { z } from 'zod'

/** Money in fen (分). Never a float, never negative, at most ¥10 billion: far below 2^53. */
export const Fen = z.int().min(0).max(1_000_000_000_000)

/** An instant on the wire and in documents: ISO 8601 in UTC, to the millisecond. */
export const Instant = z.iso.datetime({ precision: 3 })

/** Ids are made by the server: a prefix naming the kind, then a sortable suffix (`cmp_…`). */
export const Id = z.string().regex(/^[a-z]{2,6}_[0-9a-z]{10,40}$/)

/** A page's public name, the last part of its link. */
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)

/** A SHA-256 in lower-case hex: what an immutable, content-addressed thing is called. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Chosen by the caller, one for each intent: repeating it repeats the same request. */
export const IdempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

export const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/)

/** Control characters do not belong in what people read; line breaks and tabs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Text a person typed: bounded, and without control characters. Markup in it stays text. */
export function plainText(max: number, min = 0) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !CONTROL.test(value), { error: 'control_characters' })
}

const SAFE_LINK = /^(?:https?:\/\/|\/(?![/\\])|#|tel:|weixin:\/\/|alipays?:\/\/)/i

/**
 * Where a tap may lead: an absolute web address, a path of this site, a place on the page, a
 * telephone number, or a mini-program. Anything else (`javascript:`, `data:`, `//host`) is
 * refused. Browsers drop tabs and line breaks inside a scheme, so white space is refused first.
 */
export function isSafeLink(value: string): boolean {
  return value === '' || (!/[\s\\]/.test(value) && !CONTROL.test(value) && SAFE_LINK.test(value))
}

export const Link = z.string().max(2_000).refine(isSafeLink, { error: 'unsafe_link' })

/** An image's address: this site's own upload, or https. Empty means none yet. */
export const ImageUrl = z
  .string()
  .max(2_000)
  .refine((value) => value === '' || /^(?:https?:\/\/|\/(?![/\\]))[^\s"'<>\\]+$/i.test(value), {
    error: 'unsafe_image',
  })
