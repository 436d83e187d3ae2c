import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '公告',
    description: '一行公告，多条时上下滚动',
    fields: {
      lines: '公告内容',
      'lines.text': '文字',
      'lines.link': '跳转链接',
      icon: '图标',
      look: '样式',
      seconds: '每条停留',
    },
    groups: { look: '外观' },
    options: {
      icon: { horn: '喇叭', bell: '铃铛', gift: '礼物', fire: '火焰', none: '不显示' },
      look: { surface: '浅底', brand: '主题色', plain: '无底色' },
    },
    findings: { empty_line: '有一条公告是空的，滚动到它时是空白' },
  },
  en: {
    name: 'Notice',
    description: 'One line of news; several roll upwards',
    fields: {
      lines: 'Lines',
      'lines.text': 'Text',
      'lines.link': 'Link',
      icon: 'Icon',
      look: 'Style',
      seconds: 'Each stands for',
    },
    groups: { look: 'Appearance' },
    options: {
      icon: { horn: 'Horn', bell: 'Bell', gift: 'Gift', fire: 'Flame', none: 'None' },
      look: { surface: 'Light', brand: 'Theme colour', plain: 'On the page' },
    },
    findings: { empty_line: 'One line is empty: the bar is blank while it is its turn' },
  },
}

export interface NoticeMessages {
  label: string
  pause: string
}

export const viewMessages: ByLocale<NoticeMessages> = {
  'zh-CN': { label: '公告', pause: '暂停滚动' },
  en: { label: 'Notice', pause: 'Stop rolling' },
}
