'use client'

import { type Messages, NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConsoleLocale } from './locale'

interface I18nProviderProps {
  locale: ConsoleLocale
  messages: Messages
  children: ReactNode
}

/** Gives everything below it the words of one language. Times are formatted by the kit, not here. */
export function I18nProvider({ locale, messages, children }: I18nProviderProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}
