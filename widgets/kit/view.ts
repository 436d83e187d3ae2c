import { type ComponentChildren, type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Outcome } from '../../schemas/outcome'
import type { Locale } from './messages'

/**
 * What a view is given. It draws the same thing on the server, on the phone and in the editor's
 * canvas, so it must not touch `window` while rendering, and it must not import zod.
 */
export interface ViewProps<Props> {
  props: Props
  /** The block's id, stable across renders and reloads. */
  blockId: string
  /** What stands in each slot. A slot nobody filled is absent. */
  slots: Record<string, ComponentChildren>
}

export type WidgetView<Props> = ComponentType<ViewProps<Props>>

/** What the host page knows of a tool for this member now. */
export type ToolStatus = 'loading' | 'ready' | 'offline'

export interface ToolSnapshot<State> {
  status: ToolStatus
  /** Before the first answer this is what anybody may see; absent when there is not even that. */
  state: State | undefined
}

/** A failure that is no outcome: the network, or the server. `requestId` helps support. */
export interface ActionFailure {
  status: 'failed'
  offline: boolean
  requestId?: string
  /** Sends the very same request once more, under the same idempotency key: it cannot count twice. */
  retry: () => Promise<Outcome | ActionFailure>
}

/**
 * What surrounds a view: the phone, the canvas and the server each provide one. Views reach it
 * through the hooks below.
 */
export interface ViewHost {
  locale: Locale
  /** The shop's time zone, `Asia/Shanghai`: the server and every phone write the same hour. */
  timeZone: string
  /** The server's clock, in ms since the epoch. */
  now: () => number
  /** Calls back about every second, and at once when the clock is corrected. Returns the end of it. */
  onTick: (tick: () => void) => () => void
  readTool: (blockId: string) => ToolSnapshot<unknown>
  onToolChange: (blockId: string, changed: () => void) => () => void
  /** Performs an action with a fresh idempotency key; repeats it safely on a broken network. */
  perform: (blockId: string, action: string, input: unknown) => Promise<Outcome | ActionFailure>
  navigate: (link: string) => void
  /** The link's own parameters, such as which friend's packet was opened. Empty on the server. */
  params: Readonly<Record<string, string>>
  /** Puts a parameter into the page's link, without opening it anew, and asks for the state again. */
  setParam: (name: string, value: string) => void
  /**
   * Hands the page's link with these parameters to the app's, or the system's, own sharing; copies
   * it where there is none. `cancelled` when the member thought better of it.
   */
  share: (o: {
    title: string
    params: Record<string, string>
  }) => Promise<'shared' | 'copied' | 'cancelled' | 'failed'>
  /** Puts text on the clipboard. False when the web-view does not allow it. */
  copy: (text: string) => Promise<boolean>
  /** Asks the server for the state of the page's tools again: a session began, a day is over. */
  refresh: () => void
  /**
   * Asks the surrounding app to sign the member in. Answers true when that happened without
   * leaving the page, so that the tap which asked for it can go on.
   */
  login: () => Promise<boolean>
  /**
   * Hands over a tap on this action that waited for a sign-in which opened the page anew, so that
   * it goes on where it would have. Returns the end of it. Absent where no page is opened anew.
   */
  onResume?: (blockId: string, action: string, resume: (input: unknown) => void) => () => void
  /** True in the editor, where a tap selects instead of acting. */
  isEditing: boolean
}

export const ViewHostContext = createContext<ViewHost | undefined>(undefined)

export function useHost(): ViewHost {
  const host = useContext(ViewHostContext)
  if (!host) throw new Error('a widget view was rendered outside a ViewHostContext')
  return host
}
