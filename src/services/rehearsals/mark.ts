import type { PageDefinition } from '@/schemas/page'

const TITLE_MAX = 60
const CODE_LENGTH = 4

/** What people tell one rehearsal from another by, on a phone and in the console: `7K3F`. */
export const codeOf = (rehearsalId: string): string => rehearsalId.slice(-CODE_LENGTH).toUpperCase()

/**
 * The page as it is rehearsed: marked wherever its title is shown, also to whoever it is shared
 * with. Its content, and so its version, is then that of no other page.
 */
export function markedDefinition(definition: PageDefinition, rehearsalId: string): PageDefinition {
  const word = definition.settings.locale === 'en' ? 'Rehearsal' : '彩排'
  const marked = (title: string) => cut(`【${word} ${codeOf(rehearsalId)}】${title}`)
  const { title, share } = definition
  return {
    ...definition,
    title: marked(title),
    share: { ...share, title: marked(share.title || title) },
  }
}

/** Whole characters only: half of one is no text. */
function cut(text: string): string {
  const characters = Array.from(text)
  while (characters.join('').length > TITLE_MAX) characters.pop()
  return characters.join('')
}
