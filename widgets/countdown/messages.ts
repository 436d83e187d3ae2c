import type { InstantParts } from '../kit/instant-text'
import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '倒计时',
    description: '倒数到一个时刻，按服务器时间',
    fields: { to: '倒数到', before: '倒数时的文字', after: '到点后的文字', look: '样式' },
    groups: { look: '外观' },
    options: { look: { tiles: '数字块', line: '一行文字' } },
  },
  en: {
    name: 'Countdown',
    description: 'Counts down to an instant, by the server’s clock',
    fields: { to: 'Counts down to', before: 'Text before', after: 'Text after', look: 'Style' },
    groups: { look: 'Appearance' },
    options: { look: { tiles: 'Tiles', line: 'One line' } },
  },
}

export interface CountdownMessages {
  /** Days, hours, minutes, seconds. */
  units: [string, string, string, string]
  date: (at: InstantParts) => string
}

export const viewMessages: ByLocale<CountdownMessages> = {
  'zh-CN': {
    units: ['天', '时', '分', '秒'],
    date: (at) => `${at.month}月${at.day}日 ${at.hour}:${at.minute}`,
  },
  en: {
    units: ['d', 'h', 'm', 's'],
    date: (at) => `${at.day}/${at.month}/${at.year}, ${at.hour}:${at.minute}`,
  },
}
