import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '图文',
    description: '带标题、列表、颜色和链接的正文',
    fields: { text: '内容', look: '样式', size: '字号' },
    groups: { look: '外观' },
    options: {
      look: { plain: '无底色', card: '卡片' },
      size: { normal: '标准', small: '小字' },
    },
    findings: {
      empty_text: '还没有填写内容，发布后这里是空白',
      unwritten_text: '正文还是示例文字，请改成自己的内容后再发布',
      blanks_left: '还有【请填写…】没有补上',
    },
  },
  en: {
    name: 'Rich text',
    description: 'Text with headings, lists, colours and links',
    fields: { text: 'Text', look: 'Style', size: 'Size' },
    groups: { look: 'Appearance' },
    options: {
      look: { plain: 'On the page', card: 'Card' },
      size: { normal: 'Normal', small: 'Small print' },
    },
    findings: {
      empty_text: 'No text yet: this place will be blank',
      unwritten_text: 'The sample text is still here. Write your own before publishing',
      blanks_left: 'Something is left to write in 【…】',
    },
  },
}
