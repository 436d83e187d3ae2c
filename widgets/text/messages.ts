import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '文字',
    description: '标题、正文或活动说明',
    fields: { text: '内容', look: '样式', align: '对齐', colour: '文字颜色' },
    groups: { look: '外观' },
    options: {
      look: { title: '大标题', heading: '小标题', body: '正文', note: '说明' },
      align: { left: '居左', center: '居中', right: '居右' },
    },
    findings: { empty_text: '还没有填写文字，发布后这里是空白' },
  },
  en: {
    name: 'Text',
    description: 'A title, a paragraph or the small print',
    fields: { text: 'Text', look: 'Style', align: 'Alignment', colour: 'Text colour' },
    groups: { look: 'Appearance' },
    options: {
      look: { title: 'Title', heading: 'Heading', body: 'Body', note: 'Note' },
      align: { left: 'Left', center: 'Centre', right: 'Right' },
    },
    findings: { empty_text: 'No text yet: this place will be blank' },
  },
}
