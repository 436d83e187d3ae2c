import type { CanvasSource } from '../../schemas/canvas'
import type { Locale } from '../../widgets/kit/messages'
import type { ViewHost } from '../../widgets/kit/view'

/**
 * What surrounds the views in the editor: they show, but nothing is done. While editing a tap
 * selects; where a page is only shown it ends as for somebody not signed in.
 */
export function createCanvasHost(
  source: CanvasSource,
  locale: Locale,
  timeZone: string,
  isEditing: boolean,
): ViewHost {
  const ticks = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    locale,
    timeZone,
    now: source.now,
    onTick: (tick) => {
      ticks.add(tick)
      timer ??= setInterval(() => {
        for (const each of [...ticks]) each()
      }, 1000)
      return () => {
        ticks.delete(tick)
        if (ticks.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    readTool: (blockId) => {
      const state = source.readTool(blockId)
      const isOffline = source.situation() === 'offline'
      return { status: isOffline ? 'offline' : state === undefined ? 'loading' : 'ready', state }
    },
    onToolChange: source.onToolChange,
    perform: async () => ({ status: 'login_required' }),
    navigate: () => {},
    params: {},
    setParam: () => {},
    share: async () => 'cancelled',
    copy: async () => false,
    refresh: () => {},
    login: async () => false,
    isEditing,
  }
}
