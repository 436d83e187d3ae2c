import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '弹窗',
    description: '装组件的弹层，链接到它时打开，也可以进页面就弹出',
    fields: {
      title: '标题',
      look: '样式',
      hasTitle: '显示标题',
      opens: '怎么打开',
      frequency: '同一台手机弹几次',
      delaySeconds: '进页面后等多久',
    },
    groups: { look: '外观', opening: '打开方式' },
    options: {
      look: { dialog: '居中', sheet: '底部', bare: '无底板' },
      opens: { link: '点链接打开', entry: '进页面弹出' },
      frequency: { daily: '每天一次', once: '只弹一次', always: '每次都弹' },
    },
    slots: { content: '弹窗内容' },
    events: { opened: '弹窗打开', closed: '弹窗关闭' },
    findings: { empty_popup: '弹窗里还没有组件，打开后是空的' },
  },
  en: {
    name: 'Popup',
    description: 'Holds other widgets; opens when a link to it is tapped, or as the page is entered',
    fields: {
      title: 'Title',
      look: 'Style',
      hasTitle: 'Show the title',
      opens: 'Opens',
      frequency: 'How often on one phone',
      delaySeconds: 'How long after entering',
    },
    groups: { look: 'Appearance', opening: 'Opening' },
    options: {
      look: { dialog: 'Centred', sheet: 'From below', bare: 'No panel' },
      opens: { link: 'By a link', entry: 'By itself' },
      frequency: { daily: 'Once a day', once: 'Once', always: 'Every time' },
    },
    slots: { content: 'Content of the popup' },
    events: { opened: 'The popup opens', closed: 'The popup closes' },
    findings: { empty_popup: 'The popup holds nothing yet: it would open empty' },
  },
}

export interface PopupMessages {
  /** Said in the editor, where it always lies open. */
  hint: Record<'link' | 'entry', string>
}

export const viewMessages: ByLocale<PopupMessages> = {
  'zh-CN': { hint: { link: '平时不显示，链接到它时弹出', entry: '进页面时自动弹出' } },
  en: { hint: { link: 'Hidden until a link to it is tapped', entry: 'Opens as the page is entered' } },
}
