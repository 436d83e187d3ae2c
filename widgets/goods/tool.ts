import { z } from 'zod'
import { field } from '../kit/fields'
import { defineTool, type Needs, type ProductFacts, type ToolFacts } from '../kit/tool'
import { priceAfterCoupon } from './price-after-coupon'
import type { Good, GoodsState } from './state'

/** From so few on a floor says how many there are. */
const FEW = 10

const coupon = z.strictObject({ rewardId: field.reward() })

const config = z.strictObject({
  source: field.select(['picked', 'group']),
  products: field.products({ max: 50, visibleIf: { field: 'source', in: ['picked'] } }),
  group: field.productGroup({ visibleIf: { field: 'source', in: ['group'] } }),
  limit: field.number({ min: 1, max: 50, visibleIf: { field: 'source', in: ['group'] } }),
  /** Prices are shown as they are with the best of these. */
  coupons: field.list(coupon, { max: 5 }),
})
export type GoodsConfig = z.infer<typeof config>

export const tool = defineTool({
  type: 'goods',
  version: 1,
  config,
  defaults: { source: 'picked', products: [], group: '', limit: 20, coupons: [] },
  rewardIds: ({ coupons }) => [...new Set(coupons.map(({ rewardId }) => rewardId))],
  check: ({ source, products, group, coupons }) => {
    const problems: { code: string; path: (string | number)[] }[] = []
    if (source === 'picked' && products.length === 0) {
      problems.push({ code: 'no_products', path: ['products'] })
    }
    if (source === 'picked' && new Set(products).size < products.length) {
      problems.push({ code: 'product_twice', path: ['products'] })
    }
    if (source === 'group' && group === '') problems.push({ code: 'no_group', path: ['group'] })
    coupons.forEach(({ rewardId }, i) => {
      if (coupons.findIndex((each) => each.rewardId === rewardId) < i) {
        problems.push({ code: 'coupon_twice', path: ['coupons', i, 'rewardId'] })
      }
    })
    return problems
  },
  // A floor is looked at; what can be taken is taken where its coupons are.
  actions: {},
  presentNeeds: productsOf,
  present: (facts, _, now): GoodsState => ({
    goods: shownProducts(facts).map((each) => presentGood(facts, each, now.at)),
  }),
})

function productsOf({ source, products, group, limit }: GoodsConfig): Needs {
  if (source === 'picked') return { products: { ids: products, limit: products.length } }
  return group === '' ? {} : { products: { groups: [group], limit } }
}

/** Picked ones stand as they were picked; of a group, what can be bought comes first. */
function shownProducts({
  config: { source, products: ids, group, limit },
  products,
}: ToolFacts<GoodsConfig>) {
  if (source === 'picked') return ids.flatMap((id) => products.byId(id) ?? [])
  const all = group === '' ? [] : products.inGroup(group).slice(0, limit)
  return [...all.filter(({ stock }) => stock > 0), ...all.filter(({ stock }) => stock <= 0)]
}

function presentGood(facts: ToolFacts<GoodsConfig>, product: ProductFacts, at: Date): Good {
  const { id, title, image, link, priceFen, listPriceFen, stock } = product
  const { phase } = facts.campaign
  const canBeHad = stock > 0 && (phase === 'running' || phase === 'not_started')
  const coupons = canBeHad ? facts.config.coupons.flatMap(({ rewardId }) => facts.reward(rewardId) ?? []) : []
  const afterCouponFen = priceAfterCoupon(priceFen, coupons, at)
  return {
    id,
    title,
    image,
    link,
    priceFen,
    // One that is no higher would promise a saving that there is not.
    listPriceFen: listPriceFen > priceFen ? listPriceFen : 0,
    ...(afterCouponFen !== undefined && { afterCouponFen }),
    ...(stock > 0 && stock <= FEW && { few: stock }),
    isSoldOut: stock <= 0,
  }
}
