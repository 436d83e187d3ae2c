/** Where members open a page: this site's own address in the browser, and the page's slug. */
export function pageLink(slug: string): string {
  return `${window.location.origin}/p/${slug}`
}
