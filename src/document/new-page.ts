import type { PageDefinition, ThemeName } from '../../schemas/page'

/** An empty page: its share card says what the page is called until somebody writes a better one. */
export function newPage(options: {
  title: string
  locale: 'zh-CN' | 'en'
  theme?: ThemeName
}): PageDefinition {
  return {
    schemaVersion: 1,
    title: options.title,
    theme: options.theme ?? 'double-11',
    share: { title: options.title, description: '', image: '' },
    settings: { locale: options.locale },
    root: [],
    blocks: {},
  }
}
