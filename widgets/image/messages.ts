import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '图片',
    description: '一张图片，可以点击跳转',
    fields: {
      src: '图片',
      alt: '替代文字',
      link: '跳转链接',
      width: '宽',
      height: '高',
      padding: '四周留白',
      radius: '圆角',
    },
    groups: { size: '原图尺寸', look: '外观' },
    events: { tap: '点击图片' },
    findings: {
      missing_image: '还没有选择图片，发布后这里不显示',
      missing_alt: '没有填写替代文字：图片加载不出来时，会员不知道它是什么',
    },
  },
  en: {
    name: 'Image',
    description: 'A picture, with a link if you like',
    fields: {
      src: 'Image',
      alt: 'Alternative text',
      link: 'Link',
      width: 'Width',
      height: 'Height',
      padding: 'Padding',
      radius: 'Corner radius',
    },
    groups: { size: 'Size of the original', look: 'Appearance' },
    events: { tap: 'The image is tapped' },
    findings: {
      missing_image: 'No image yet: nothing will be shown here',
      missing_alt: 'No alternative text: when the image does not load, nobody knows what it was',
    },
  },
}

export interface ImageMessages {
  empty: string
}

export const viewMessages: ByLocale<ImageMessages> = {
  'zh-CN': { empty: '在右侧选择图片' },
  en: { empty: 'Choose an image on the right' },
}
