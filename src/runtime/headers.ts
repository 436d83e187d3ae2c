/*
 * Headers of everything members open, names and values in turn. Scripts only from this site's own
 * files; styles are inline by design, since a page arrives finished; images also from elsewhere,
 * because shops keep theirs on a CDN.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https: http:",
  "media-src 'self' https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

export const CONTENT_HEADERS = [
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'strict-origin-when-cross-origin'],
]

export const PAGE_HEADERS = [...CONTENT_HEADERS, 'content-security-policy', CONTENT_SECURITY_POLICY]

/** May be kept, and asked about before every use: a change of the page shows at once. */
export const REVALIDATE = ['cache-control', 'public, no-cache']
/** What one member is sent is no page for another; nobody in between may keep it. */
export const PERSONAL = ['cache-control', 'private, no-cache', 'vary', 'cookie']
export const NO_STORE = ['cache-control', 'no-store']
/** The name holds a hash of the content. */
export const IMMUTABLE = ['cache-control', 'public, max-age=31536000, immutable']

export const HTML = 'text/html; charset=utf-8'
export const JSON_TYPE = 'application/json; charset=utf-8'
