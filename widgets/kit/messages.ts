export type Locale = 'zh-CN' | 'en'

/** What staff read about a widget: in the palette, the inspector and the list of findings. */
export interface ConsoleMessages {
  name: string
  description: string
  /** A label for each prop, and for each property of list items (`items.title`). */
  fields: Record<string, string>
  groups?: Record<string, string>
  /** Labels of select options, by field and value. */
  options?: Record<string, Record<string, string>>
  /** Names of slots, shown while inserting. */
  slots?: Record<string, string>
  findings?: Record<string, string>
  /** Labels of the tool's configuration, when the widget has a tool. */
  tool?: { name: string; fields: Record<string, string> }
}

export type ByLocale<T> = Record<Locale, T>
