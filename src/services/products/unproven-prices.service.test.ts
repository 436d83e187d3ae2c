import { afterEach, beforeEach, expect, test } from 'vitest'
import { asc, product } from '@/src/db'
import { aPublishedTool } from '@/src/testing/builders/published-tool'
import { aWorld, type World } from '@/src/testing/world'
import { pageFacts } from '../pages'
import { importProducts } from './index'

const DAY_MS = 24 * 60 * 60 * 1000
const HEADER = '商品编号,名称,图片,价格,划线价,库存,链接,分组'

let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * DAY_MS)

/** Imports products as the shop did so many days ago. */
async function imported(days: number, ...rows: string[]) {
  const ctx = { ...(await world.as('product')), clock: { now: () => daysAgo(days) } }
  for await (const _ of importProducts({ ctx, bytes: Buffer.from([HEADER, ...rows].join('\n')) }));
}

/** What is told of a floor of that group, in a campaign that began so many days ago. */
async function floorOf(config: object, begunDaysAgo: number) {
  const { admin, pageId, toolId } = await aPublishedTool(world, {
    type: 'goods',
    rewards: [],
    config: () => ({ source: 'picked', products: [], group: '', limit: 20, coupons: [], ...config }),
    startsAt: daysAgo(begunDaysAgo).toISOString(),
  })
  const asked = { toolIds: [toolId], slugs: [], images: [], types: [] }
  const { tools } = await pageFacts({ ctx: admin, input: { id: pageId, locale: 'zh-CN', ...asked } })
  return tools[toolId]?.unprovenPrices
}
const KITCHEN = { source: 'group', group: '厨房' }

test.each([
  [
    'was sold at it until three days ago',
    [
      [20, 399],
      [3, 299],
    ],
    -1,
    [],
  ],
  [
    'was sold at it until eight days ago',
    [
      [20, 399],
      [8, 299],
    ],
    -1,
    ['电饭煲'],
  ],
  [
    'was sold at more until three days ago',
    [
      [20, 499],
      [3, 299],
    ],
    -1,
    [],
  ],
  [
    'was sold at less all the time',
    [
      [20, 389],
      [3, 299],
    ],
    -1,
    ['电饭煲'],
  ],
  [
    'was sold at it for a day only, within the seven',
    [
      [20, 299],
      [5, 399],
      [4, 299],
    ],
    -1,
    [],
  ],
  ['was never sold at another price', [[20, 299]], -1, ['电饭煲']],
  [
    'was sold at it until the campaign began, long ago',
    [
      [40, 399],
      [10, 299],
    ],
    10,
    [],
  ],
  [
    'was sold at it until eight days before the campaign began',
    [
      [40, 399],
      [18, 299],
    ],
    10,
    ['电饭煲'],
  ],
  [
    'was raised to it and lowered at one instant',
    [
      [20, 299],
      [3, 399],
      [3, 299],
    ],
    -1,
    ['电饭煲'],
  ],
] as [string, [number, number][], number, string[]][])(
  'a crossed-out price of what %s',
  async (_, prices, begun, unproven) => {
    // A row is refused whose price is above the one it crosses out.
    for (const [days, yuan] of prices)
      await imported(days, `A1,电饭煲,,${yuan},${Math.max(yuan, 399)},9,,厨房`)
    expect(await floorOf(KITCHEN, begun)).toEqual(unproven)
  },
)

test('only what a floor shows and crosses out is asked for; each product by its own past', async () => {
  await imported(20, 'A1,电饭煲,,399,399,9,,厨房', 'A2,水壶,,99,199,9,,厨房', 'A3,砧板,,59,,9,,厨房')
  await imported(2, 'A1,电饭煲,,299,399,9,,厨房', 'B1,毛巾,,9,19,9,,家纺')
  expect(await floorOf(KITCHEN, -1)).toEqual(['水壶'])
  const [, kettle, board, towel] = await world.ctx.db.read.select().from(product).orderBy(asc(product.sku))
  expect(await floorOf({ products: [board?.id, towel?.id, kettle?.id] }, -1)).toEqual(['毛巾', '水壶'])
  expect(await floorOf({ products: [board?.id] }, -1)).toEqual([])
})
