import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '楼层导航',
    description: '吸顶的楼层标签，点一下滚动到对应组件',
    fields: {
      entries: '楼层',
      'entries.label': '文字',
      'entries.target': '滚动到',
      look: '样式',
    },
    groups: { look: '外观' },
    options: { look: { line: '下划线', pill: '胶囊' } },
    findings: { missing_target: '有楼层还没有选择滚动到哪个组件，点了没有反应' },
  },
  en: {
    name: 'Floor navigation',
    description: 'Stays at the top; a tap scrolls to a block of the page',
    fields: {
      entries: 'Floors',
      'entries.label': 'Label',
      'entries.target': 'Scrolls to',
      look: 'Style',
    },
    groups: { look: 'Appearance' },
    options: { look: { line: 'Underline', pill: 'Pill' } },
    findings: { missing_target: 'A floor has no block to scroll to: a tap on it will do nothing' },
  },
}

export const viewMessages: ByLocale<{ label: string }> = {
  'zh-CN': { label: '楼层导航' },
  en: { label: 'Sections' },
}
