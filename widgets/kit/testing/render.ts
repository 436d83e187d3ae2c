import { type ComponentChildren, createElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type ToolSnapshot, type ViewHost, ViewHostContext, type WidgetView } from '../view'

/** A host for tests: zh-CN, Shanghai, 双11 at ten in the morning, no tool state, nothing pressed. */
export function aHost(over: Partial<ViewHost> = {}): ViewHost {
  return {
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    now: () => Date.parse('2026-11-11T02:00:00.000Z'),
    onTick: () => () => {},
    readTool: () => ({ status: 'loading', state: undefined }),
    onToolChange: () => () => {},
    perform: () => Promise.resolve({ status: 'suspended' }),
    navigate: () => {},
    params: {},
    setParam: () => {},
    share: () => Promise.resolve('copied'),
    copy: () => Promise.resolve(true),
    refresh: () => {},
    login: () => Promise.resolve(false),
    isEditing: false,
    ...over,
  }
}

interface Surroundings {
  host?: Partial<ViewHost>
  slots?: Record<string, ComponentChildren>
  tool?: ToolSnapshot<unknown>
}

/** The HTML the server would write for one block. */
export function renderView<Props>(View: WidgetView<Props>, props: Props, around: Surroundings = {}): string {
  const { tool } = around
  const host = aHost({ ...(tool && { readTool: () => tool }), ...around.host })
  return renderToString(
    createElement(
      ViewHostContext.Provider,
      { value: host },
      createElement(View, { props, blockId: 'block-1', slots: around.slots ?? {} }),
    ),
  )
}
