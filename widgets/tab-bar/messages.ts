import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '底部导航',
    description: '固定在屏幕底部，在几个会场之间切换',
    fields: {
      entries: '导航项',
      'entries.label': '文字',
      'entries.icon': '图标',
      'entries.image': '图标图片',
      'entries.link': '跳转链接',
      'entries.isCurrent': '就是本页',
    },
    options: {
      'entries.icon': {
        home: '首页',
        list: '分类',
        gift: '礼物',
        coupon: '优惠券',
        cart: '购物车',
        fire: '热门',
        star: '星星',
        coin: '金币',
        user: '我的',
        own: '自己上传',
      },
    },
    findings: {
      missing_link: '有一项没有填写跳转链接，点了没有反应',
      missing_image: '有一项选了自己上传图标，但还没有上传',
      several_current: '有多项标成了本页，只应有一项',
    },
  },
  en: {
    name: 'Tab bar',
    description: 'Fixed at the bottom of the screen, to go from page to page',
    fields: {
      entries: 'Entries',
      'entries.label': 'Label',
      'entries.icon': 'Icon',
      'entries.image': 'Picture of the icon',
      'entries.link': 'Link',
      'entries.isCurrent': 'This very page',
    },
    options: {
      'entries.icon': {
        home: 'Home',
        list: 'Categories',
        gift: 'Gift',
        coupon: 'Coupon',
        cart: 'Cart',
        fire: 'Flame',
        star: 'Star',
        coin: 'Coin',
        user: 'Me',
        own: 'Uploaded',
      },
    },
    findings: {
      missing_link: 'One entry has no link: a tap on it will do nothing',
      missing_image: 'One entry takes an icon of your own, which is not uploaded yet',
      several_current: 'Several entries are marked as this page: only one should be',
    },
  },
}

export const viewMessages: ByLocale<{ label: string }> = {
  'zh-CN': { label: '底部导航' },
  en: { label: 'Tab bar' },
}
