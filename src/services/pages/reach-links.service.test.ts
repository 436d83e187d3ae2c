import { expect, test } from 'vitest'
import { aWorld } from '@/src/testing/world'
import { reachLinks } from './reach-links'

test('every link is followed once, a few at a time, and each is answered', async () => {
  await using world = await aWorld()
  const asked: string[] = []
  let under = 0
  let most = 0
  const ctx = {
    ...(await world.as('product')),
    reachAddress: async (address: string) => {
      asked.push(address)
      most = Math.max(most, ++under)
      await Promise.resolve()
      under--
      return address.endsWith('/3') ? ('gone' as const) : ('found' as const)
    },
  }
  const addresses = Array.from({ length: 20 }, (_, i) => `https://shop.example/${i % 10}`)
  const answers = await reachLinks({ ctx, input: { addresses } })
  expect(asked).toHaveLength(10)
  expect(most).toBe(6)
  expect(answers.filter(({ reached }) => reached === 'gone')).toEqual([
    { address: 'https://shop.example/3', reached: 'gone' },
  ])
  expect(answers).toHaveLength(10)
})

test('is for those who may write pages, and not for endless lists', async () => {
  await using world = await aWorld()
  const ctx = await world.as('approver')
  await expect(reachLinks({ ctx, input: { addresses: [] } })).rejects.toMatchObject({ code: 'forbidden' })
  const addresses = Array.from({ length: 51 }, (_, i) => `https://shop.example/${i}`)
  await expect(reachLinks({ ctx: await world.as('product'), input: { addresses } })).rejects.toThrow()
})
