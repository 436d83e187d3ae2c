/*
 * What may be put in a link or an image's address. Apart from primitives.ts because views, which
 * a phone downloads, check once more while drawing and must not load zod.
 */

/** Control characters do not belong in what people read; line breaks and tabs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

export function hasControlCharacters(value: string): boolean {
  return CONTROL.test(value)
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

const SAFE_IMAGE = /^(?:https?:\/\/|\/(?![/\\]))[^\s"'<>\\]+$/i

/** An image's address: a path of this site, or an absolute web address. Empty means none yet. */
export function isSafeImage(value: string): boolean {
  return value === '' || SAFE_IMAGE.test(value)
}
