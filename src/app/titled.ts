import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { LOCALE_COOKIE, localeOf } from '@/src/client/locale'
import { messagesIn } from './messages'

type Words = ReturnType<typeof messagesIn>

/** The title of a screen in the reader's language, as Next asks for it. */
export function titled(read: (words: Words) => string): () => Promise<Metadata> {
  return async () => {
    const locale = localeOf((await cookies()).get(LOCALE_COOKIE)?.value)
    return { title: read(messagesIn(locale)) }
  }
}
