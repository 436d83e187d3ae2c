import type { CanvasSource } from '@/schemas/canvas'
import { timeFacts } from '@/schemas/condition-holds'
import type { PageDefinition } from '@/schemas/page'
import { type PageLook, pageLook } from '@/schemas/page-look'
import type { PreviewPlay } from '@/schemas/preview-play'
import { blockOf, isMet } from '@/src/document'
import type { EditorStore } from '../store/editor-store'
import type { ViewedAs } from '../viewpoint/viewed-as'

/** What the server last said of each tool on the page, by the tool's id. */
export interface ToolStates {
  read: (toolId: string) => unknown
  write: (states: Readonly<Record<string, unknown>>) => void
  onChange: (changed: () => void) => () => void
}

export function createToolStates(): ToolStates {
  let states: Readonly<Record<string, unknown>> = {}
  const listeners = new Set<() => void>()
  return {
    read: (toolId) => (Object.hasOwn(states, toolId) ? states[toolId] : undefined),
    write: (next) => {
      states = next
      for (const changed of [...listeners]) changed()
    },
    onChange: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

const looks = new WeakMap<PageDefinition['settings'], { theme: string; look: PageLook }>()

/** The same object while the look is the same, so that the canvas does not set it again. */
function lookOf(page: PageDefinition): PageLook {
  const known = looks.get(page.settings)
  if (known?.theme === page.theme) return known.look
  const look = pageLook(page)
  looks.set(page.settings, { theme: page.theme, look })
  return look
}

/** The store as the canvas reads it: the same records, and a call to whoever shows one that changed. */
export function createCanvasSource(
  store: EditorStore,
  tools: ToolStates,
  viewedAs: ViewedAs,
  timeZone: string,
  play?: PreviewPlay,
): CanvasSource {
  const page = () => store.getState().page
  const now = () => Date.now() + viewedAs.read().aheadMs
  return {
    readPage: () => {
      const { page, mode } = store.getState()
      const { root, theme, settings } = page
      const look = lookOf(page)
      const isPreview = mode === 'preview'
      return { root, theme, locale: settings.locale, look, isPreview }
    },
    onPageChange: (changed) => {
      const endPage = store.listeners.onPage(changed)
      const endMode = store.subscribe((now, before) => now.mode !== before.mode && changed())
      return () => {
        endPage()
        endMode()
      }
    },
    readBlock: (id) => blockOf(page(), id),
    onBlockChange: store.listeners.onBlock,
    readTool: (id) => {
      const tool = blockOf(page(), id)?.tool
      return tool && tools.read(tool.id)
    },
    // Which tool a block plays is part of its record; the states come all at once.
    onToolChange: (_, changed) => {
      const endTools = tools.onChange(changed)
      const endViewer = viewedAs.onChange(changed)
      return () => {
        endTools()
        endViewer()
      }
    },
    isMet: (id) => {
      const block = blockOf(page(), id)
      const time = timeFacts(now(), timeZone)
      const world = { ...viewedAs.read(), time, readTool: tools.read }
      return !block || isMet(block, page(), store.definitions, world)
    },
    onFactsChange: (changed) => {
      const endViewer = viewedAs.onChange(changed)
      const endTools = tools.onChange(changed)
      return () => {
        endViewer()
        endTools()
      }
    },
    now,
    situation: () => viewedAs.read().situation,
    ...(play && { play }),
  }
}
