import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '轮播图',
    description: '多张图片左右滑动，可自动轮播',
    fields: {
      slides: '图片',
      'slides.image': '图片',
      'slides.alt': '替代文字',
      'slides.link': '跳转链接',
      seconds: '每张停留（0 为不自动播放）',
      width: '宽',
      height: '高',
      padding: '四周留白',
      radius: '圆角',
    },
    groups: { motion: '播放', size: '显示比例', look: '外观' },
    findings: {
      missing_images: '还没有选择图片，发布后这里不显示',
      missing_image: '有一张还没有选择图片，发布后会跳过它',
      missing_alt: '有图片没有填写替代文字：加载不出来时，会员不知道它是什么',
    },
  },
  en: {
    name: 'Carousel',
    description: 'Pictures to swipe through, turning by themselves if you like',
    fields: {
      slides: 'Pictures',
      'slides.image': 'Image',
      'slides.alt': 'Alternative text',
      'slides.link': 'Link',
      seconds: 'Each stays for (0: until swiped)',
      width: 'Width',
      height: 'Height',
      padding: 'Padding',
      radius: 'Corner radius',
    },
    groups: { motion: 'Motion', size: 'Proportions', look: 'Appearance' },
    findings: {
      missing_images: 'No images yet: nothing will be shown here',
      missing_image: 'A picture has no image yet: it will be skipped',
      missing_alt: 'A picture has no alternative text: when it does not load, nobody knows what it was',
    },
  },
}

export interface CarouselMessages {
  empty: string
  /** The whole of it, read aloud. */
  name: string
  slide: (number: number, count: number) => string
}

export const viewMessages: ByLocale<CarouselMessages> = {
  'zh-CN': {
    empty: '在右侧添加图片',
    name: '轮播图',
    slide: (number, count) => `第 ${number} 张，共 ${count} 张`,
  },
  en: {
    empty: 'Add images on the right',
    name: 'Carousel',
    slide: (number, count) => `${number} of ${count}`,
  },
}
