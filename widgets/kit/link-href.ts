import { isSafeLink } from '../../schemas/safe-values'

/**
 * What an anchor's `href` may be, or undefined for a link that leads nowhere. Schemas refuse
 * unsafe links on save; a view that draws a document from elsewhere must not trust that.
 */
export function linkHref(link: string): string | undefined {
  return link !== '' && isSafeLink(link) ? link : undefined
}
