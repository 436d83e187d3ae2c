import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '间隔',
    description: '留出一段空白，也可以加分隔线',
    fields: { height: '高度', line: '分隔线' },
    options: { line: { none: '无', solid: '实线', dashed: '虚线', ornament: '花饰' } },
  },
  en: {
    name: 'Spacer',
    description: 'Room between two widgets, with a line if you like',
    fields: { height: 'Height', line: 'Line' },
    options: { line: { none: 'None', solid: 'Solid', dashed: 'Dashed', ornament: 'Ornament' } },
  },
}
