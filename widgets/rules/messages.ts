import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '活动规则',
    description: '侧边的规则标签、按钮，或直接显示的规则',
    fields: { title: '标题', text: '规则内容', display: '显示方式', side: '靠哪边', top: '距屏幕顶部' },
    groups: { look: '外观' },
    options: {
      display: { tag: '侧边标签', button: '按钮', inline: '直接显示' },
      side: { right: '右侧', left: '左侧' },
    },
    findings: {
      empty_rules: '还没有填写规则内容，会员看不到规则',
      blanks_left: '规则里还有【请填写…】没有补上，如主办方和联系方式',
    },
  },
  en: {
    name: 'Rules',
    description: 'A tag at the side, a button, or the rules themselves',
    fields: {
      title: 'Title',
      text: 'The rules',
      display: 'Shown as',
      side: 'Side',
      top: 'From the top of the screen',
    },
    groups: { look: 'Appearance' },
    options: {
      display: { tag: 'Tag at the side', button: 'Button', inline: 'In place' },
      side: { right: 'Right', left: 'Left' },
    },
    findings: {
      empty_rules: 'No rules written yet: members would find none',
      blanks_left: 'Something is left to write in 【…】, such as the organiser and a contact',
    },
  },
}
