/** What tabs of one browser that have the same page open tell each other. */
type Message = { kind: 'who' } | { kind: 'here'; tabId: string } | { kind: 'saved'; revision: number }

export interface PageChannel {
  /** The other tabs that have the page open: those that answer at once. */
  findTabs: () => Promise<Set<string>>
  tellSaved: (revision: number) => void
  close: () => void
}

/** A tab that is open answers within this; one that was killed never does. */
const ANSWER_MS = 250

/** Joins the tabs of this browser that have a page open. */
export function joinPageChannel(
  pageId: string,
  tabId: string,
  onSaved: (revision: number) => void,
): PageChannel {
  if (typeof BroadcastChannel === 'undefined') {
    return { findTabs: async () => new Set(), tellSaved: () => {}, close: () => {} }
  }
  const channel = new BroadcastChannel(`ziggurat.page.${pageId}`)
  const heard = new Set<string>()
  const tell = (message: Message) => channel.postMessage(message)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'who') tell({ kind: 'here', tabId })
    else if (data.kind === 'here') heard.add(data.tabId)
    else onSaved(data.revision)
  }
  return {
    findTabs: async () => {
      tell({ kind: 'who' })
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
      return new Set(heard)
    },
    tellSaved: (revision) => tell({ kind: 'saved', revision }),
    close: () => channel.close(),
  }
}
