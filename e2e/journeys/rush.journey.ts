import { startProduct } from '../support/built-product'
import { publishWall, type Wall, type WallOptions } from '../support/coupon-wall'
import { claim, memberCookie } from '../support/member-api'
import { productDatabase } from '../support/product-database'
import { expect, test } from '../support/product-test'
import { type StaffApi, staffApi } from '../support/staff-api'

const MEMBERS = 20
const CLAIMS_EACH = 50
const TICKET_SECRET = 'what the shop and the product share'
const SECRET = 'what the processes of one installation share'

/** How the taps ended, by status. */
async function rush(origins: string[], wall: Wall): Promise<Record<string, number>> {
  const cookies = await Promise.all(
    Array.from({ length: MEMBERS }, (_, i) =>
      memberCookie(origins[0] ?? '', TICKET_SECRET, wall, `${wall.slug}-${i}`),
    ),
  )
  const taps = Array.from({ length: CLAIMS_EACH }, (_, tap) =>
    cookies.map((cookie, i) => claim(origins[(tap + i) % origins.length] ?? '', cookie, wall)),
  )
  const ends = await Promise.all(taps.flat())
  const counts: Record<string, number> = {}
  for (const end of ends) counts[end] = (counts[end] ?? 0) + 1
  return counts
}

/** What the console says of the campaign's money and the coupon's stock. */
async function told(staff: StaffApi, wall: Wall) {
  const { budget } = await staff.query<{ budget: { availableFen: number; reservedFen: number } }>(
    'campaigns.get',
    {
      id: wall.campaignId,
    },
  )
  const rewards = await staff.query<{ items: { taken: number }[] }>('rewards.list', { search: wall.slug })
  return {
    availableFen: budget.availableFen,
    reservedFen: budget.reservedFen,
    taken: rewards.items[0]?.taken,
  }
}

const RUSHES: { name: string; wall: WallOptions; granted: number; refused: string }[] = [
  {
    name: 'a stock of 100',
    wall: { stock: 100, budgetFen: 1_000_000, perMember: 50 },
    granted: 100,
    refused: 'sold_out',
  },
  {
    name: 'a budget for 73',
    wall: { stock: 5_000, budgetFen: 7_399, perMember: 50 },
    granted: 73,
    refused: 'budget_exhausted',
  },
  {
    name: 'a limit of 3 a member',
    wall: { stock: 5_000, budgetFen: 1_000_000, perMember: 3 },
    granted: 60,
    refused: 'limit_reached',
  },
]

test('20 members tap 50 times each, through every process there is, and get exactly what there is', async ({
  dialect,
}) => {
  const database = await productDatabase(dialect)
  const env = { ...database.env, SECRET, TICKET_SECRET, DATABASE_POOL: '5' }
  const first = await startProduct({ env })
  // SQLite has exactly one writing process; PostgreSQL is shared by two.
  const second =
    dialect === 'postgres' ? await startProduct({ env: { ...env, ROLES: 'runtime' } }) : undefined
  try {
    const origins = [first, second].flatMap((product) => (product ? [product.origin] : []))
    const staff = await staffApi(first.origin, 'admin@ziggurat.demo', 'ziggurat-demo')
    for (const { name, wall: options, granted, refused } of RUSHES) {
      await test.step(name, async () => {
        const wall = await publishWall(staff, options)
        expect(await rush(origins, wall)).toEqual({ granted, [refused]: MEMBERS * CLAIMS_EACH - granted })
        expect(await told(staff, wall)).toEqual({
          availableFen: options.budgetFen - granted * 100,
          reservedFen: granted * 100,
          taken: granted,
        })
      })
    }
  } finally {
    await second?.stop()
    await first.stop()
    await database.stop()
  }
})
