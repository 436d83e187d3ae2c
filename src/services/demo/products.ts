import type { StaffContext } from '../context'
import { importProducts } from '../products'

const DAY_MS = 24 * 60 * 60 * 1000

/** Number, name, picture, price and crossed-out price in yuan, stock, group. */
const PRODUCTS = [
  ['D1001', '星禾 X20 5G 手机 12GB+256GB 影像旗舰', 'phone', '2699', '2999', 860, '数码'],
  ['D1002', '星禾 Pad 11 英寸 护眼屏平板', 'tablet', '1499', '1799', 420, '数码'],
  ['D1003', '云雀头戴降噪耳机 40 小时续航', 'headphones', '399', '599', 8, '数码'],
  ['D1004', '扫拖一体机器人 自动集尘', 'robot-vacuum', '1899', '2599', 136, '数码'],
  ['D1005', '小方 IH 电饭煲 3L 柴火饭', 'rice-cooker', '269', '399', 540, '数码'],
  ['F2001', '牧场鲜牛奶 950ml×4 当日达', 'milk', '49.9', '69.9', 2_000, '美食'],
  ['F2002', '每日坚果礼盒 30 袋', 'nuts', '79', '129', 1_350, '美食'],
  ['F2003', '高山绿茶 明前 250g 罐装', 'tea', '118', '168', 5, '美食'],
  ['F2004', '香脆薯片 海盐味 12 袋', 'snacks', '59.9', '89.9', 980, '美食'],
  ['C3001', '轻羽鹅绒服 连帽短款', 'down-jacket', '599', '899', 310, '穿搭'],
  ['C3002', '云感跑鞋 透气缓震', 'sneakers', '329', '459', 0, '穿搭'],
  ['C3003', '20 英寸登机箱 静音万向轮', 'suitcase', '239', '399', 260, '穿搭'],
  ['C3004', '丝绒哑光口红 正红色', 'lipstick', '129', '169', 780, '穿搭'],
] as const

/** Its crossed-out price was never asked: what a check of such prices has to say can be seen. */
const NEVER_SOLD_AT_IT = 'D1004'

export const PRODUCT_GROUPS = ['数码', '美食', '穿搭'] as const

/**
 * The shop's product list, imported as its operators would: at its prices of every day, and at those
 * of the promotion when that begins. The same lists again leave it as it is.
 */
export async function addProducts(ctx: StaffContext, promotionAt: Date): Promise<void> {
  const promotion = promotionAt.getTime()
  await addList({ ...ctx, clock: { now: () => new Date(promotion - 30 * DAY_MS) } }, true)
  await addList({ ...ctx, clock: { now: () => new Date(promotion) } }, false)
}

async function addList(ctx: StaffContext, isBefore: boolean): Promise<void> {
  const head = '商品编号,名称,图片,价格,划线价,库存,链接,分组'
  const rows = PRODUCTS.map(([sku, title, picture, price, listPrice, stock, group]) =>
    [
      sku,
      title,
      `/assets/pictures/product-${picture}.svg`,
      isBefore && sku !== NEVER_SOLD_AT_IT ? listPrice : price,
      listPrice,
      stock,
      '/p/about-double-11',
      group,
    ].join(),
  )
  const bytes = Buffer.from([head, ...rows].join('\n'))
  for await (const step of importProducts({ ctx, bytes })) {
    if (step.kind === 'done' && step.result.rejectedCount > 0)
      throw new Error(`the demo's products are rejected: ${JSON.stringify(step.result.rejected)}`)
  }
}
