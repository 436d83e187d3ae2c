/** What Chinese festival words are called in links. Longer words come before what they contain. */
const FESTIVALS: [RegExp, string][] = [
  [/双\s*11|双十一/g, ' double-11 '],
  [/双\s*12|双十二/g, ' double-12 '],
  [/年货节/g, ' new-year-goods '],
  [/春节|新春|过年/g, ' spring-festival '],
  [/圣诞/g, ' christmas '],
  [/元旦|跨年/g, ' new-year '],
  [/会员日/g, ' member-day '],
  [/周年庆/g, ' anniversary '],
  [/中秋/g, ' mid-autumn '],
  [/国庆/g, ' national-day '],
  [/情人节|七夕/g, ' valentine '],
  [/会员/g, ' member '],
  [/规则/g, ' rules '],
]

/** What a slug may be at most; suggestions stay well below. */
const MAX_LENGTH = 40

/**
 * A link for a page of this title: its Latin letters and digits, and the festivals it names. A
 * title without any gives `page-` and the `fallback`.
 */
export function suggestSlug(title: string, fallback: string): string {
  const words = FESTIVALS.reduce((text, [word, slug]) => text.replace(word, slug), title)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
  return words || `page-${fallback}`
}
