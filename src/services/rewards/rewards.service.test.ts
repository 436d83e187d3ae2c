import { describe, expect, test } from 'vitest'
import { costFenOf } from '@/schemas/reward'
import { audit, eq, voucherCode } from '@/src/db'
import { aCouponWall } from '@/src/testing/builders/coupon-wall'
import { aCoupon, aPartnerVoucher, aThing, someCash, somePoints } from '@/src/testing/builders/rewards'
import { aWorld, type World } from '@/src/testing/world'
import type { StaffContext } from '../context'
import { createReward, importCodes, listRewards, updateReward } from './index'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const codesOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `CODE-${from + i}`).join('\n')

async function aVoucher(ctx: StaffContext): Promise<string> {
  return (await createReward({ ctx, input: aPartnerVoucher() })).id
}

async function listed(ctx: StaffContext, id: string) {
  const { items } = await listRewards({ ctx, input: {} })
  return items.find((item) => item.id === id)
}

const detail = (code: string, path: string[]) => ({
  issues: [expect.objectContaining({ message: code, path })],
})

describe('creating a reward', () => {
  test('each kind reserves what it costs', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    for (const input of [aCoupon(), someCash(), somePoints(), aPartnerVoucher(), aThing()]) {
      const { id } = await createReward({ ctx, input })
      const item = await listed(ctx, id)
      expect(item).toMatchObject({
        kind: input.terms.kind,
        terms: input.terms,
        stock: input.stock,
        reservedFenEach: costFenOf(input.terms),
      })
    }
  })

  test('only a coupon may be reserved by an expected rate, rounded up to the fen', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    const reservation = { kind: 'expected', ratePpm: 300_000 } as const
    const { id } = await createReward({ ctx, input: aCoupon({ amountFen: 99, reservation }) })
    expect(await listed(ctx, id)).toMatchObject({ reservedFenEach: 30 })
    for (const input of [someCash(), somePoints(), aPartnerVoucher(), aThing()]) {
      await expect(createReward({ ctx, input: { ...input, reservation } })).rejects.toMatchObject(
        detail('expected_only_for_coupons', ['reservation', 'kind']),
      )
    }
  })

  test('the stock of a partner’s vouchers cannot be typed in, then or later', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    await expect(createReward({ ctx, input: aPartnerVoucher({ stock: 5 }) })).rejects.toMatchObject(
      detail('codes_are_stock', ['stock']),
    )
    const id = await aVoucher(ctx)
    await expect(updateReward({ ctx, input: { id, stock: 5 } })).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ code: 'codes_are_stock', path: ['stock'] }],
    })
    expect(await listed(ctx, id)).toMatchObject({ stock: 0 })
  })
})

test('how many a day can be set, changed and taken away', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  const { id } = await createReward({ ctx, input: aCoupon({ stockPerDay: 100 }) })
  expect(await listed(ctx, id)).toMatchObject({ stockPerDay: 100, takenToday: 0 })
  await updateReward({ ctx, input: { id, stockPerDay: 50 } })
  expect(await listed(ctx, id)).toMatchObject({ stockPerDay: 50 })
  await updateReward({ ctx, input: { id, title: '改名' } })
  expect(await listed(ctx, id)).toMatchObject({ stockPerDay: 50, title: '改名' })
  await updateReward({ ctx, input: { id, stockPerDay: null } })
  expect(await listed(ctx, id)).toMatchObject({ stockPerDay: null })
  await expect(updateReward({ ctx, input: { id, stockPerDay: 0 } })).rejects.toThrow()
})

test('the list can be of one kind', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  for (const input of [aCoupon(), aThing(), aCoupon()]) await createReward({ ctx, input })
  const { items } = await listRewards({ ctx, input: { kind: 'coupon' } })
  expect(items.map(({ kind }) => kind)).toEqual(['coupon', 'coupon'])
})

describe('importing codes', () => {
  test('stock follows the codes, and the same file adds nothing twice', async () => {
    await using world = await aWorld()
    const ctx = await world.as('product')
    const id = await aVoucher(ctx)
    const bytes = bytesOf(`兑换码\n${codesOf(0, 4_500)}\nCODE-3\n=1+1\n`)
    const first = await importCodes({ ctx, input: { id }, bytes })
    expect(first).toEqual({
      encoding: 'utf-8',
      lines: 4_502,
      repeated: 1,
      invalid: 1,
      invalidLines: [{ line: 4_503, problem: 'formula' }],
      added: 4_500,
      alreadyHere: 0,
      elsewhere: 0,
      stock: 4_500,
    })
    const again = await importCodes({ ctx, input: { id }, bytes })
    expect(again).toMatchObject({ added: 0, alreadyHere: 4_500, elsewhere: 0, stock: 4_500 })
    expect(await listed(ctx, id)).toMatchObject({ stock: 4_500, taken: 0 })
    await noted(world, id, [2_000, 2_000, 500])
  })

  test('a file in GBK is read as one', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    const id = await aVoucher(ctx)
    const heading = [0xb6, 0xd2, 0xbb, 0xbb, 0xc2, 0xeb]
    const bytes = Uint8Array.from([...heading, ...bytesOf('\r\nCODE-1\r\nCODE-2')])
    expect(await importCodes({ ctx, input: { id }, bytes })).toMatchObject({
      encoding: 'gb18030',
      added: 2,
      invalid: 0,
    })
  })

  test('a code that belongs to another reward stays there', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    const [one, other] = [await aVoucher(ctx), await aVoucher(ctx)]
    await importCodes({ ctx, input: { id: one }, bytes: bytesOf(codesOf(0, 10)) })
    expect(await importCodes({ ctx, input: { id: other }, bytes: bytesOf(codesOf(5, 15)) })).toMatchObject({
      added: 5,
      alreadyHere: 0,
      elsewhere: 5,
      stock: 5,
    })
  })

  test('imports at the same moment count every code once', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    const [one, other] = [await aVoucher(ctx), await aVoucher(ctx)]
    const backwards = codesOf(0, 6_000).split('\n').reverse().join('\n')
    const results = await Promise.all([
      importCodes({ ctx, input: { id: one }, bytes: bytesOf(codesOf(0, 6_000)) }),
      importCodes({ ctx, input: { id: one }, bytes: bytesOf(backwards) }),
      importCodes({ ctx, input: { id: other }, bytes: bytesOf(codesOf(3_000, 9_000)) }),
    ])
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(9_000)
    for (const id of [one, other]) {
      const rows = await world.ctx.db.read.select().from(voucherCode).where(eq(voucherCode.rewardId, id))
      expect(await listed(ctx, id)).toMatchObject({ stock: rows.length })
    }
  })

  test('only a reward that gives codes takes them, from whoever may write rewards', async () => {
    await using world = await aWorld()
    const ctx = await world.as('admin')
    const { id } = await createReward({ ctx, input: aCoupon() })
    const bytes = bytesOf('CODE-1')
    await expect(importCodes({ ctx, input: { id }, bytes })).rejects.toMatchObject({
      code: 'wrong_state',
      details: [{ code: 'gives_no_codes' }],
    })
    const support = await world.as('support')
    const voucher = await aVoucher(ctx)
    await expect(importCodes({ ctx: support, input: { id: voucher }, bytes })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      importCodes({ ctx, input: { id: voucher }, bytes: Uint8Array.from([0x50, 0x4b, 3, 4, 0]) }),
    ).rejects.toMatchObject({ code: 'unsupported_media', details: [{ code: 'not_text' }] })
  })
})

async function noted(world: World, rewardId: string, added: number[]): Promise<void> {
  const rows = await world.ctx.db.read.select().from(audit).where(eq(audit.subjectId, rewardId))
  const imports = rows.filter(({ action }) => action === 'reward.importCodes')
  expect(imports.map(({ details }) => (details as { added: number }).added).sort((a, b) => b - a)).toEqual(
    added,
  )
}

test('stock is changed of that reward alone, and never to less than was given', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  const wall = await aCouponWall(world, { stock: 10, perMember: 9 })
  const other = (await createReward({ ctx, input: aCoupon({ stock: 77 }) })).id
  const member = await world.asMember()
  for (let i = 0; i < 3; i++) await wall.claim(member)
  const toStock = (stock: number) => updateReward({ ctx, input: { id: wall.rewardId, stock } })
  await expect(toStock(2)).rejects.toMatchObject({
    code: 'stock_below_taken',
    details: [{ code: 'stock_below_taken', path: ['stock'], params: { taken: 3 } }],
  })
  await toStock(3)
  expect(await listed(ctx, wall.rewardId)).toMatchObject({ stock: 3 })
  expect(await listed(ctx, other)).toMatchObject({ stock: 77 })
})
