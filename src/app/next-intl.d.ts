import type { ConsoleLocale } from '@/src/client/locale'
import type { messagesIn } from './messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: ConsoleLocale
    Messages: ReturnType<typeof messagesIn>
  }
}
