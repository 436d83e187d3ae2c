import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '商品楼层',
    description: '一组商品：价格、券后价、库存，点击去购买',
    fields: {
      title: '标题',
      moreText: '“更多”的文字',
      moreLink: '“更多”的链接',
      layout: '排列',
      picture: '图片比例',
      showStock: '显示仅剩件数',
      showListPrice: '显示划线价',
      buttonText: '按钮文字',
    },
    groups: { look: '外观' },
    options: {
      layout: { one: '一行一个', two: '一行两个', three: '一行三个', row: '横向滑动' },
      picture: { square: '方图 1:1', tall: '竖图 3:4' },
    },
    findings: {
      no_products: '至少要选一个商品',
      product_twice: '有商品选了两次',
      no_group: '请选择商品分组',
      coupon_twice: '这张优惠券已经放过了',
    },
    states: {
      selling: '正常售卖',
      onlyFew: '即将售罄',
      soldOut: '全部售罄',
      noCoupon: '没有可用的券',
      empty: '没有商品',
    },
    tool: {
      name: '商品楼层',
      fields: {
        source: '商品来源',
        products: '商品',
        group: '商品分组',
        limit: '最多显示',
        coupons: '参与计算券后价的优惠券',
        'coupons.rewardId': '优惠券',
      },
      options: { source: { picked: '手动挑选', group: '按分组' } },
    },
  },
  en: {
    name: 'Goods floor',
    description: 'Products with price, price after coupon and stock; a tap leads to the shop',
    fields: {
      title: 'Title',
      moreText: 'Words of “more”',
      moreLink: 'Link of “more”',
      layout: 'Layout',
      picture: 'Shape of pictures',
      showStock: 'Show when few are left',
      showListPrice: 'Show the crossed-out price',
      buttonText: 'Button',
    },
    groups: { look: 'Appearance' },
    options: {
      layout: { one: 'One a row', two: 'Two a row', three: 'Three a row', row: 'Sliding row' },
      picture: { square: 'Square', tall: 'Tall, 3:4' },
    },
    findings: {
      no_products: 'Choose at least one product',
      product_twice: 'A product was chosen twice',
      no_group: 'Choose a group of products',
      coupon_twice: 'This coupon is already here',
    },
    states: {
      selling: 'On sale',
      onlyFew: 'Few left',
      soldOut: 'All sold out',
      noCoupon: 'No coupon applies',
      empty: 'No products',
    },
    tool: {
      name: 'Goods floor',
      fields: {
        source: 'Products',
        products: 'Products',
        group: 'Group of products',
        limit: 'Show at most',
        coupons: 'Coupons for the price after coupon',
        'coupons.rewardId': 'Coupon',
      },
      options: { source: { picked: 'Picked by hand', group: 'A group' } },
    },
  },
}

export interface GoodsMessages {
  label: string
  chooseTool: string
  empty: string
  /** Before the price after the coupon. */
  afterCoupon: string
  listPrice: string
  few: (count: number) => string
  soldOut: string
  more: string
}

export const viewMessages: ByLocale<GoodsMessages> = {
  'zh-CN': {
    label: '商品',
    chooseTool: '在右侧选择或新建商品楼层工具',
    empty: '还没有商品，先在「商品」里导入，再到工具里挑选',
    afterCoupon: '券后',
    listPrice: '划线价',
    few: (count) => `仅剩 ${count} 件`,
    soldOut: '已售罄',
    more: '更多',
  },
  en: {
    label: 'Products',
    chooseTool: 'Choose or create a goods floor on the right',
    empty: 'No products yet: import them under Products, then choose them in the tool',
    afterCoupon: 'With coupon',
    listPrice: 'List price',
    few: (count) => `Only ${count} left`,
    soldOut: 'Sold out',
    more: 'More',
  },
}
