export const LOCALES = ['zh-CN', 'en'] as const
export type ConsoleLocale = (typeof LOCALES)[number]

export const LOCALE_COOKIE = 'ziggurat_locale'

const YEAR_SECONDS = 365 * 24 * 3600

/** The language a cookie asks for; Chinese when it asks for none we have. */
export function localeOf(cookie: string | undefined): ConsoleLocale {
  return LOCALES.find((locale) => locale === cookie) ?? 'zh-CN'
}

/** Remembers the language for a year. The server reads it with the next request. */
export function rememberLocale(locale: ConsoleLocale) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https.
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
