import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '拼图',
    description: '把多张图片拼成一块，自由拆分，每格各去各的地方',
    fields: {
      cells: '拼图排版',
      'cells.src': '图片',
      'cells.alt': '替代文字',
      'cells.link': '跳转链接',
      'cells.actions': '点击后的动作',
      'cells.fit': '填充方式',
      'cells.focusX': '横向位置',
      'cells.focusY': '纵向位置',
      'cells.tint': '底色',
      'cells.x': '左',
      'cells.y': '上',
      'cells.w': '宽',
      'cells.h': '高',
      width: '宽',
      height: '高',
      gap: '间距',
      padding: '四周留白',
      radius: '圆角',
    },
    options: { 'cells.fit': { cover: '填满裁切', contain: '完整显示' } },
    groups: { size: '整体比例', look: '外观' },
    findings: {
      missing_images: '还没有选择图片，发布后这里不显示',
      empty_cell: '有格子还没有选择图片，发布后是空白',
      missing_alt: '有图片没有填写替代文字：加载不出来时，会员不知道它是什么',
    },
  },
  en: {
    name: 'Puzzle',
    description: 'Several pictures as one, split as you like, each with a link of its own',
    fields: {
      cells: 'Arrangement',
      'cells.src': 'Image',
      'cells.alt': 'Alternative text',
      'cells.link': 'Link',
      'cells.actions': 'When it is tapped',
      'cells.fit': 'Fit',
      'cells.focusX': 'Across',
      'cells.focusY': 'Down',
      'cells.tint': 'Colour behind',
      'cells.x': 'Left',
      'cells.y': 'Top',
      'cells.w': 'Width',
      'cells.h': 'Height',
      width: 'Width',
      height: 'Height',
      gap: 'Gap',
      padding: 'Padding',
      radius: 'Corner radius',
    },
    options: { 'cells.fit': { cover: 'Fill', contain: 'Whole' } },
    groups: { size: 'Proportions', look: 'Appearance' },
    findings: {
      missing_images: 'No image yet: nothing will be shown here',
      empty_cell: 'A cell has no image yet: it will be blank',
      missing_alt: 'An image has no alternative text: when it does not load, nobody knows what it was',
    },
  },
}

export interface PuzzleMessages {
  empty: string
}

export const viewMessages: ByLocale<PuzzleMessages> = {
  'zh-CN': { empty: '在右侧选择图片' },
  en: { empty: 'Choose an image on the right' },
}
