import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '悬浮入口',
    description: '浮在屏幕一侧的小图，点击去别处或打开弹窗',
    fields: {
      picture: '图案',
      image: '图片',
      label: '名称',
      link: '跳转链接',
      side: '位置',
      bottom: '离屏幕底部',
      moves: '轻轻浮动',
    },
    groups: { look: '外观' },
    options: {
      picture: { packet: '红包', gift: '礼盒', coupon: '优惠券', own: '自己上传' },
      side: { right: '右侧', left: '左侧' },
    },
    findings: {
      missing_link: '没有设置链接，点了没有反应',
      missing_image: '选了自己上传，但还没有图片',
    },
  },
  en: {
    name: 'Floating entrance',
    description: 'A small picture at the side of the screen that leads elsewhere or opens a popup',
    fields: {
      picture: 'Picture',
      image: 'Image',
      label: 'Label',
      link: 'Link',
      side: 'Side',
      bottom: 'From the foot of the screen',
      moves: 'Hovers gently',
    },
    groups: { look: 'Appearance' },
    options: {
      picture: { packet: 'Red packet', gift: 'Gift', coupon: 'Coupon', own: 'Your own' },
      side: { right: 'Right', left: 'Left' },
    },
    findings: {
      missing_link: 'No link: a tap would do nothing',
      missing_image: 'Your own picture is still to be chosen',
    },
  },
}
