import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '分栏',
    description: '把组件并排放在两栏或三栏里',
    fields: { ratio: '比例', gap: '栏间距' },
    options: {
      ratio: { '1:1': '两栏等宽', '1:2': '左窄右宽', '2:1': '左宽右窄', '1:1:1': '三栏等宽' },
    },
    slots: { first: '第一栏', second: '第二栏', third: '第三栏' },
    findings: { empty_columns: '分栏里还没有组件' },
  },
  en: {
    name: 'Columns',
    description: 'Widgets side by side in two or three columns',
    fields: { ratio: 'Ratio', gap: 'Gap' },
    options: {
      ratio: { '1:1': 'Two equal', '1:2': 'Narrow, wide', '2:1': 'Wide, narrow', '1:1:1': 'Three equal' },
    },
    slots: { first: 'First column', second: 'Second column', third: 'Third column' },
    findings: { empty_columns: 'The columns hold nothing yet' },
  },
}
