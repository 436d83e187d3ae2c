import { eq, inArray, member, payout } from '@/src/db'
import type { StaffContext } from '../context'
import { downloadBatch, importResults, makeBatch, submitPayouts, withdraw } from '../payouts'
import { DEMO_MEMBERS } from './people'

const HOUR_MS = 60 * 60 * 1000
/** Between one member and the next. */
const APART_MS = 13 * 60 * 1000 + 20_000

/** What the bank said of one; nothing while it has not answered. */
type Said = '成功,' | '失败,户名与账号不符' | '退回,24 小时未领取' | undefined

interface Taken {
  shopMemberId: string
  amountFen: number
  said: Said
}

/** Those who only watch have what they brought along. */
const [a, b, c, d, e, f, g, h] = DEMO_MEMBERS.filter(
  ({ about, zeal, cashFen }) => about === '' && zeal === 0 && cashFen >= 500,
).map(({ shopMemberId }) => shopMemberId)

const of = (shopMemberId: string | undefined, amountFen: number, said?: Said): Taken => ({
  shopMemberId: shopMemberId ?? '',
  amountFen,
  said,
})

/** What was taken out on the days before, by how many hours ago; the last one waits to be paid. */
const DAYS: { hoursAgo: number; isPaid: boolean; taken: Taken[] }[] = [
  {
    hoursAgo: 50,
    isPaid: true,
    taken: [
      of('demo-4', 600, '成功,'),
      of(a, 1_850, '成功,'),
      of(b, 1_000, '成功,'),
      of(c, 1_550, '失败,户名与账号不符'),
      of(d, 1_400, '退回,24 小时未领取'),
    ],
  },
  { hoursAgo: 22, isPaid: true, taken: [of(e, 1_250), of(f, 1_100)] },
  { hoursAgo: 2, isPaid: false, taken: [of(g, 950), of(h, 500), of('demo-4', 260)] },
]

/** Cash that members took out, and how far it has come. Made again, it changes nothing. */
export async function addPayouts(ctx: StaffContext): Promise<void> {
  const now = ctx.clock.now().getTime()
  for (const [nth, day] of DAYS.entries()) {
    const at = now - day.hoursAgo * HOUR_MS
    const rows = await takeOut(ctx, at, nth, day.taken)
    if (!day.isPaid) continue
    const then = contextAt(ctx, at + 2 * HOUR_MS)
    const batchId = rows[0]?.row.batchId ?? (await makeBatch({ ctx: then })).id
    await downloadBatch({ ctx: then, input: { id: batchId } })
    const lines = rows.flatMap(({ row, said }) => (said ? [`${row.id}-${row.attempt},${said}`] : []))
    const bytes = Buffer.from(['打款单号,结果,原因', ...lines].join('\n'))
    if (lines.length > 0) await importResults({ ctx: contextAt(ctx, at + 20 * HOUR_MS), bytes })
  }
}

function contextAt(ctx: StaffContext, ms: number): StaffContext {
  return { ...ctx, clock: { now: () => new Date(ms) } }
}

/** Takes out what was taken on one day, and has it handed over. */
async function takeOut(ctx: StaffContext, from: number, day: number, taken: Taken[]) {
  const members = await ctx.db.read
    .select({ id: member.id, shopMemberId: member.shopMemberId })
    .from(member)
    .where(
      inArray(
        member.shopMemberId,
        taken.map(({ shopMemberId }) => shopMemberId),
      ),
    )
  const rows: { row: typeof payout.$inferSelect; said: Said }[] = []
  for (const [i, { shopMemberId, amountFen, said }] of taken.entries()) {
    const then = contextAt(ctx, from + i * APART_MS)
    const id = members.find((each) => each.shopMemberId === shopMemberId)?.id ?? ''
    const input = { key: `demo-payout-${day}`, amountFen }
    const answer = await withdraw({ ctx: { ...then, member: { id } }, input })
    if (answer.status === 'refused') throw new Error(`the demo's ${shopMemberId} has too little cash`)
    const payload = { payoutId: answer.payout.id, attempt: 1 }
    await submitPayouts()(then, { payload, idempotency: '', attempt: 1 }, AbortSignal.timeout(10_000))
    const [row] = await ctx.db.read.select().from(payout).where(eq(payout.id, answer.payout.id))
    if (row) rows.push({ row, said })
  }
  return rows
}
