import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { StyleRegistry } from '@/components/style-registry'
import { ConsoleTheme } from '@/components/theme'
import '@/components/theme.css'
import { I18nProvider } from '@/src/client/i18n-provider'
import { LOCALE_COOKIE, localeOf } from '@/src/client/locale'
import { TrpcProvider } from '@/src/client/trpc-provider'
import { messagesIn } from './messages'

export const metadata: Metadata = {
  title: { default: 'Ziggurat 筑塔', template: '%s · Ziggurat 筑塔' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { themeColor: '#0f6b63' }

/** What every screen stands in: language, look, and the staff API. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = localeOf((await cookies()).get(LOCALE_COOKIE)?.value)
  return (
    <html lang={locale}>
      <body>
        <StyleRegistry>
          <I18nProvider locale={locale} messages={messagesIn(locale)}>
            <ConsoleTheme>
              <TrpcProvider>{children}</TrpcProvider>
            </ConsoleTheme>
          </I18nProvider>
        </StyleRegistry>
      </body>
    </html>
  )
}
