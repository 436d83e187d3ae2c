export type Locale = 'zh-CN' | 'en'

/** What staff read about a widget: in the palette, the inspector and the list of findings. */
export interface ConsoleMessages {
  name: string
  description: string
  /** A label for each prop, and for each property of a list's items: `<list>.<property>`. */
  fields: Record<string, string>
  groups?: Record<string, string>
  /** Labels of select options, by field and value. */
  options?: Record<string, Record<string, string>>
  /** Names of slots, shown while inserting. */
  slots?: Record<string, string>
  /** Names of its events, and of the values they bring that not every reward has. */
  events?: Record<string, string>
  eventValues?: Record<string, string>
  /** Names of its tool's actions that other blocks may ask for, and of what they must be told. */
  actions?: Record<string, string>
  actionInputs?: Record<string, string>
  /** What `lint` and the tool's `check` may find, by code. */
  findings?: Record<string, string>
  /** Names of the tool's states that can be previewed, by their key in fixtures. */
  states?: Record<string, string>
  /** Labels of the tool's configuration, when the widget has a tool. */
  tool?: {
    name: string
    fields: Record<string, string>
    groups?: Record<string, string>
    options?: Record<string, Record<string, string>>
  }
}

export type ByLocale<T> = Record<Locale, T>
