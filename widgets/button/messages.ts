import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '按钮',
    description: '点击后打开一个链接',
    fields: { label: '按钮文字', link: '跳转链接', look: '样式', width: '宽度', size: '大小' },
    groups: { look: '外观' },
    options: {
      look: { solid: '实心', outline: '描边', plain: '文字' },
      width: { full: '通栏', auto: '随文字' },
      size: { small: '小', large: '大' },
    },
    events: { tap: '点击按钮' },
    findings: { missing_link: '还没有填写跳转链接，点了没有反应' },
  },
  en: {
    name: 'Button',
    description: 'Opens a link',
    fields: { label: 'Label', link: 'Link', look: 'Style', width: 'Width', size: 'Size' },
    groups: { look: 'Appearance' },
    options: {
      look: { solid: 'Solid', outline: 'Outline', plain: 'Text only' },
      width: { full: 'Full width', auto: 'As wide as its label' },
      size: { small: 'Small', large: 'Large' },
    },
    events: { tap: 'The button is tapped' },
    findings: { missing_link: 'No link yet: a tap will do nothing' },
  },
}
