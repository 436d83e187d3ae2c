import type { ByLocale } from '../../widgets/kit/messages'

interface CanvasWords {
  unknown: string
  otherVersion: string
  broken: string
  noTool: string
  noToolDetail: string
  dropHere: string
  unmet: string
  emptyPage: string
}

/** What the canvas says to staff in place of a block that cannot be drawn. */
export const canvasWords: ByLocale<CanvasWords> = {
  'zh-CN': {
    unknown: '未知组件，内容会原样保留',
    otherVersion: '组件版本不同，内容会原样保留',
    broken: '组件显示出错，请检查设置',
    noTool: '还没有绑定营销工具',
    noToolDetail: '绑定之后才能预览和发布',
    dropHere: '拖入组件',
    unmet: '条件不满足，此时不显示',
    emptyPage: '把组件拖到这里，开始搭建页面',
  },
  en: {
    unknown: 'Unknown widget, kept as it is',
    otherVersion: 'Another version of this widget, kept as it is',
    broken: 'This widget cannot be drawn; check its settings',
    noTool: 'No marketing tool bound yet',
    noToolDetail: 'Bind one to preview and publish this',
    dropHere: 'Drop here',
    unmet: 'Not shown now: its condition does not hold',
    emptyPage: 'Drag a widget here to begin',
  },
}
