import { expect, test } from 'vitest'
import { product } from '@/src/db'
import { newId } from '@/src/lib/ids'
import { aWorld, type World } from '@/src/testing/world'
import { readProducts } from './read'

/** Products of one group, by the stock of each in the order of their numbers. */
function aGroup(world: World, stocks: number[]) {
  const now = world.clock.now()
  const rows = stocks.map((stock, i) => ({
    id: newId('prd', now),
    sku: `s${String(i).padStart(3, '0')}`,
    title: `商品${i}`,
    image: '',
    priceFen: 100,
    listPriceFen: 0,
    stock,
    link: '',
    group: '家电',
    createdAt: now,
    updatedAt: now,
  }))
  return world.ctx.db.transaction((tx) => tx.insert(product).values(rows).returning())
}

test('what can be bought comes before what is sold out, however much of that there is', async () => {
  await using world = await aWorld()
  await aGroup(world, [...Array(40).fill(0), 5, -1, 7])
  const products = await readProducts(world.ctx.db.read, [{ groups: ['家电'], limit: 3 }], world.clock.now())
  expect(products.inGroup('家电').map(({ title, stock }) => [title, stock])).toEqual([
    ['商品40', 5],
    ['商品42', 7],
    ['商品0', 0],
  ])
})
