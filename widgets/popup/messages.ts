import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '弹窗',
    description: '装组件的弹层，按钮、图片、热区链接到它就打开',
    fields: { title: '标题', look: '样式', hasTitle: '显示标题' },
    groups: { look: '外观' },
    options: { look: { dialog: '居中', sheet: '底部', bare: '无底板' } },
    slots: { content: '弹窗内容' },
    events: { opened: '弹窗打开', closed: '弹窗关闭' },
    findings: { empty_popup: '弹窗里还没有组件，打开后是空的' },
  },
  en: {
    name: 'Popup',
    description: 'Holds other widgets; a button, image or hot zone that links to it opens it',
    fields: { title: 'Title', look: 'Style', hasTitle: 'Show the title' },
    groups: { look: 'Appearance' },
    options: { look: { dialog: 'Centred', sheet: 'From below', bare: 'No panel' } },
    slots: { content: 'Content of the popup' },
    events: { opened: 'The popup opens', closed: 'The popup closes' },
    findings: { empty_popup: 'The popup holds nothing yet: it would open empty' },
  },
}

export interface PopupMessages {
  hint: string
}

export const viewMessages: ByLocale<PopupMessages> = {
  'zh-CN': { hint: '平时不显示，链接到它时弹出' },
  en: { hint: 'Hidden until a link to it is tapped' },
}
